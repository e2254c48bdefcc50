package care.iop.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogFilterTest {

    @Test
    void ourOwnLineIsKeptWithItsTrace() {
        // given
        String line =
                "{\"timestamp\":\"2026-11-26T05:47:23Z\",\"loggerName\":\"care.iop.chassis.inbox.DeadLetters\",\"level\":\"ERROR\","
                        + "\"message\":\"dead letter: intake.admission.v1\",\"mdc\":{\"traceId\":\"0af7\",\"spanId\":\"39\",\"user\":\"avery\"}}";

        // when
        var kept = LogFilter.of(line);

        // then
        assertThat(kept)
                .contains(
                        "{\"timestamp\":\"2026-11-26T05:47:23Z\",\"loggerName\":\"care.iop.chassis.inbox.DeadLetters\",\"level\":\"ERROR\","
                                + "\"message\":\"dead letter: intake.admission.v1\",\"mdc\":{\"traceId\":\"0af7\",\"spanId\":\"39\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"loggerName\":\"org.hibernate.SQL\",\"level\":\"WARN\",\"message\":\"Avery Example 555-0100\"}",
                "{\"loggerName\":\"org.postgresql.core\",\"message\":\"Key (email)=(avery@example.org) exists\"}",
                "{\"loggerName\":\"care.iop.x.Y\",\"message\":\"failed\",\"detail\":\"Avery Example\"}",
                "{\"loggerName\":\"care.iop.x.Y\",\"message\":\"failed\",\"mdc\":{\"name\":\"Avery\"}}",
                "{\"loggerName\":\"care.iop.x.Y\",\"message\":\"failed\",\"exception\":{\"exceptionType\":\"a.B\",\"message\":\"Avery\","
                        + "\"frames\":[{\"class\":\"a.B\",\"method\":\"c\",\"line\":1,\"locals\":\"Avery\"}],"
                        + "\"causedBy\":{\"exception\":{\"exceptionType\":\"d.E\",\"message\":\"avery@example.org\"}}}}",
                "{\"loggerName\":\"care.iop.x.Y\",\"message\":\"failed\","
                        + "\"stackTrace\":\"a.B: Avery\\n\\tat a.B.c(B.java:1)\\nCaused by: d.E: Avery\\nAvery again\"}",
            })
    void textsThatMayQuoteARowAreLeftOut(String line) {
        // when
        var kept = LogFilter.of(line);

        // then
        assertThat(kept).hasValueSatisfying(text -> assertThat(text)
                .contains("loggerName")
                .doesNotContainIgnoringCase("avery")
                .doesNotContain("555", "example.org"));
    }

    @Test
    void exceptionKeepsItsTypesAndPlaces() {
        // given
        String line =
                "{\"loggerName\":\"care.iop.x.Y\",\"message\":\"failed\",\"exception\":{\"exceptionType\":\"a.B\",\"message\":\"Avery\","
                        + "\"frames\":[{\"class\":\"a.B\",\"method\":\"c\",\"line\":1}],"
                        + "\"causedBy\":{\"exception\":{\"exceptionType\":\"d.E\",\"message\":\"Avery\"}}},"
                        + "\"stackTrace\":\"a.B: Avery\\n\\tat a.B.c(B.java:1)\\nCaused by: d.E: Avery\"}";

        // when
        var kept = LogFilter.of(line);

        // then
        assertThat(kept).hasValueSatisfying(text -> assertThat(text)
                .contains(
                        "\"exceptionType\":\"a.B\"",
                        "{\"class\":\"a.B\",\"method\":\"c\",\"line\":1}",
                        "\"exceptionType\":\"d.E\"",
                        "\"a.B\\n\\tat a.B.c(B.java:1)\\nCaused by: d.E\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Avery Example was here", "{\"loggerName\":\"care.iop", "\tat a.B.c(B.java:1)"})
    void whatIsNoLineOfOursIsLeftOut(String line) {
        // when
        var kept = LogFilter.of(line);

        // then
        assertThat(kept).isEmpty();
    }
}
