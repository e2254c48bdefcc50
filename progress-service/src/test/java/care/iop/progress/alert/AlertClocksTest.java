package care.iop.progress.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertClocksTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final AlertClocks clocks = byDefault();

    /** The clocks as they are set by default. */
    static AlertClocks byDefault() {
        return with("iop.progress.alert-clocks.medium-business-days", "1");
    }

    private static AlertClocks with(String property, String value) {
        return new AlertClocks(new SmallRyeConfigBuilder()
                .withMapping(AlertClockPolicy.class)
                .withDefaultValue(property, value)
                .build()
                .getConfigMapping(AlertClockPolicy.class));
    }

    /** 2026-11-23 is a Monday. A business day later is the same time of the next day from Monday to Friday. */
    @ParameterizedTest
    @CsvSource({
        "CRITICAL, 2026-11-23T10:00, 2026-11-23T10:15",
        "CRITICAL, 2026-11-28T23:50, 2026-11-29T00:05",
        "HIGH, 2026-11-23T10:00, 2026-11-23T14:00",
        "MEDIUM, 2026-11-23T10:00, 2026-11-24T10:00",
        "MEDIUM, 2026-11-26T16:30, 2026-11-27T16:30",
        "MEDIUM, 2026-11-27T16:30, 2026-11-30T16:30",
        "MEDIUM, 2026-11-28T09:00, 2026-11-30T09:00",
        "MEDIUM, 2026-10-30T09:00, 2026-11-02T09:00",
        "LOW, 2026-11-23T10:00, "
    })
    void eachSeverityHasItsClock(Severity severity, LocalDateTime raised, LocalDateTime due) {
        // when
        var dueAt = clocks.dueAt(severity, at(raised));

        // then
        assertThat(dueAt).isEqualTo(due == null ? null : at(due));
    }

    /** Thanksgiving of 2026 is on Thursday the 26th, and the program is closed on the day after it, too. */
    @ParameterizedTest
    @CsvSource({
        "MEDIUM, 2026-11-24T16:30, 2026-11-25T16:30",
        "MEDIUM, 2026-11-25T16:30, 2026-11-30T16:30",
        "MEDIUM, 2026-11-26T09:00, 2026-11-30T09:00",
        "HIGH, 2026-11-26T09:00, 2026-11-26T13:00"
    })
    void holidaysAreNoBusinessDays(Severity severity, LocalDateTime raised, LocalDateTime due) {
        // given
        var closed = with("iop.progress.alert-clocks.holidays", "2026-11-26,2026-11-27");

        // when
        var dueAt = closed.dueAt(severity, at(raised));

        // then
        assertThat(dueAt).isEqualTo(at(due));
    }

    @ParameterizedTest
    @CsvSource({
        "LOW, 2026-11-23T20:59, ",
        "LOW, 2026-11-23T21:00, 2026-11-24T07:00",
        "LOW, 2026-11-23T23:59, 2026-11-24T07:00",
        "LOW, 2026-11-24T00:00, 2026-11-24T07:00",
        "LOW, 2026-11-24T06:59, 2026-11-24T07:00",
        "LOW, 2026-11-24T07:00, ",
        "MEDIUM, 2026-11-23T23:00, ",
        "HIGH, 2026-11-23T23:00, ",
        "CRITICAL, 2026-11-23T23:00, "
    })
    void onlyLowOnesWaitForTheMorning(Severity severity, LocalDateTime raised, LocalDateTime until) {
        // when
        var quietUntil = clocks.quietUntil(severity, at(raised));

        // then
        assertThat(quietUntil).isEqualTo(until == null ? null : at(until));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(NEW_YORK).toInstant();
    }
}
