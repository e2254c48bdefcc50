package care.iop.chassis.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueFormsTest {

    enum Flour {
        RYE,
        WHEAT
    }

    @ParameterizedTest
    @CsvSource({
        "java.util.UUID,0195c3a0-0000-7000-8000-000000000001,true",
        "java.util.UUID,1-1-1-1-1,false",
        "java.time.LocalDate,2026-02-28,true",
        "java.time.LocalDate,2026-02-30,false",
        "java.time.LocalDate,28.2.2026,false",
        "java.time.LocalDate,0001-01-01,true",
        "java.time.LocalDate,0000-12-31,false",
        "java.time.LocalDate,-999999999-01-01,false",
        "java.time.LocalDate,9999-12-31,true",
        "java.time.LocalDate,+10000-01-01,false",
        "java.time.Instant,2026-02-28T10:00:00Z,true",
        "java.time.Instant,2026-02-28,false",
        "java.time.Instant,9999-12-31T23:59:59Z,true",
        "java.time.Instant,+10000-01-01T00:00:00Z,false",
        "java.lang.Integer,2147483647,true",
        "java.lang.Integer,2147483648,false",
        "java.lang.Long,2147483648,true",
        "java.lang.Long,1.5,false",
        "java.lang.Double,-74.01,true",
        "java.lang.Double,north,false",
        "java.lang.Double,NaN,false",
        "java.lang.Boolean,true,true",
        "java.lang.Boolean,yes,false",
        "java.lang.String,anything,true",
        "care.iop.chassis.problem.ValueFormsTest$Flour,RYE,true",
        "care.iop.chassis.problem.ValueFormsTest$Flour,rye,false",
        "care.iop.chassis.problem.ValueFormsTest$Flour,OAT,false",
    })
    void textFitsItsTypeOrNot(Class<?> type, String text, boolean fits) {
        // when, then
        assertThat(ValueForms.fits(type, text)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "java.util.UUID,a UUID",
        "java.time.LocalDate,a date like 2026-01-31",
        "care.iop.chassis.problem.ValueFormsTest$Flour,'one of RYE, WHEAT'",
        "java.lang.Object,of the documented form",
    })
    void formIsSaidInWords(Class<?> type, String words) {
        // when, then
        assertThat(ValueForms.words(type)).isEqualTo(words);
    }
}
