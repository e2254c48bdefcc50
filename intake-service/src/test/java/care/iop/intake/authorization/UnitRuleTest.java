package care.iop.intake.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the delivered minutes of a day become units: each basis, both sides of its edge. */
class UnitRuleTest {

    private static final Set<SessionKind> ALL = EnumSet.allOf(SessionKind.class);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DAY          | 180 | 0  | 179         | 0
            DAY          | 180 | 0  | 180         | 1
            DAY          | 180 | 0  | 120 60      | 1
            DAY          | 180 | 0  | 120 59      | 0
            DAY          | 180 | 0  | 180 180     | 1
            DAY          | 180 | 0  | 0           | 0
            HOUR         | 0   | 60 | 59          | 0
            HOUR         | 0   | 60 | 60          | 1
            HOUR         | 0   | 60 | 50 69       | 1
            HOUR         | 0   | 60 | 50 70       | 2
            QUARTER_HOUR | 0   | 15 | 14          | 0
            QUARTER_HOUR | 0   | 15 | 29          | 1
            QUARTER_HOUR | 0   | 8  | 7           | 0
            QUARTER_HOUR | 0   | 8  | 8           | 1
            QUARTER_HOUR | 0   | 8  | 22          | 1
            QUARTER_HOUR | 0   | 8  | 23          | 2
            QUARTER_HOUR | 0   | 8  | 53          | 4
            VISIT        | 45  | 0  | 44          | 0
            VISIT        | 45  | 0  | 45          | 1
            VISIT        | 45  | 0  | 90 44 45    | 2
            """)
    void unitsOfADay(UnitBasis basis, int minimum, int roundUpFrom, String minutes, int units) {
        // given
        var rule = new UnitRule(basis, minimum, roundUpFrom, ALL, basis == UnitBasis.VISIT ? 1 : null);

        // when
        var found = rule.units(
                Arrays.stream(minutes.split(" ", -1)).map(Integer::valueOf).toList());

        // then
        assertThat(found).isEqualTo(units);
        assertThat(rule.units(List.of())).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, 180, 0, , 900, 5, 5",
        "DAY, 180, 0, , 899, 5, 4",
        "DAY, 180, 0, , 1200, 5, 5",
        "DAY, 180, 0, , 1200, 7, 6",
        "DAY, 180, 0, , 179, 5, 0",
        "HOUR, 0, 60, , 540, 5, 9",
        "QUARTER_HOUR, 0, 8, 4, 900, 5, 4",
        "QUARTER_HOUR, 0, 8, 4, 0, 5, 0",
        "VISIT, 45, 0, 3, 900, 5, 3"
    })
    void unitsOfAWeekThatNothingIsBookedIn(
            UnitBasis basis,
            int minimum,
            int roundUpFrom,
            Integer usual,
            int prescribedMinutes,
            int mostDays,
            int units) {
        // when
        var found = new UnitRule(basis, minimum, roundUpFrom, ALL, usual).unitsPerWeek(prescribedMinutes, mostDays);

        // then
        assertThat(found).isEqualTo(units);
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, 0, 0, ",
        "DAY, 1441, 0, ",
        "DAY, 180, 8, ",
        "HOUR, 0, 0, ",
        "HOUR, 0, 61, ",
        "HOUR, 1, 60, ",
        "QUARTER_HOUR, 0, 16, ",
        "VISIT, 45, 0, ",
        "VISIT, 0, 0, 1",
        "VISIT, 45, 0, -1"
    })
    void aRuleWithoutSenseStopsTheStart(UnitBasis basis, int minimum, int roundUpFrom, Integer usual) {
        assertThatIllegalArgumentException().isThrownBy(() -> new UnitRule(basis, minimum, roundUpFrom, ALL, usual));
    }

    @Test
    void aRuleThatCountsNoKindStopsTheStart() {
        assertThatIllegalArgumentException().isThrownBy(() -> new UnitRule(UnitBasis.DAY, 180, 0, Set.of(), null));
    }

    @Test
    void onlyItsKindsCount() {
        // given
        var rule = new UnitRule(UnitBasis.DAY, 180, 0, Set.of(SessionKind.GROUP), null);

        // then
        assertThat(rule.counts(SessionKind.GROUP)).isTrue();
        assertThat(rule.counts(SessionKind.CHECK_IN)).isFalse();
        assertThat(rule.words()).isEqualTo("One unit for each day with at least 180 delivered minutes of GROUP.");
    }
}
