package care.iop.progress.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.iop.chassis.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** At noon UTC it is the same day from 12 hours west to 11 hours east of Greenwich, and the next one farther east. */
class ReportWindowTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    private final ReportWindow window = new ReportWindow(Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({
        "2026-03-11, ",
        "2026-03-03, ",
        "2026-03-11, 2026-03-10T12:05:00Z",
        "2026-02-08, 2026-02-08T12:00:00Z",
        "2026-02-01, 2026-02-08T12:00:00Z"
    })
    void dayIsTakenFromWhenThePersonSaysIt(LocalDate forOn, Instant reportedAt) {
        // when
        window.require(new CheckIn.Sent(forOn, null, reportedAt));

        // then
        assertThat(forOn).isAfterOrEqualTo(window.earliestDay());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-12, ",
        "2026-03-02, ",
        "2026-03-10, 2026-03-10T12:05:01Z",
        "2026-02-08, 2026-02-08T11:59:59Z",
        "2026-01-31, 2026-02-08T12:00:00Z",
        "2026-02-10, 2026-02-08T12:00:00Z"
    })
    void otherDaysAndTimesAreRefused(LocalDate forOn, Instant reportedAt) {
        // when, then
        assertThatThrownBy(() -> window.require(new CheckIn.Sent(forOn, null, reportedAt)))
                .isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7})
    void daysUpToAWeekAgoSaySomethingOfNow(int daysAgo) {
        // when, then
        assertThat(window.isRecent(LocalDate.of(2026, 3, 10).minusDays(daysAgo)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 30})
    void olderDaysDoNot(int daysAgo) {
        // when, then
        assertThat(window.isRecent(LocalDate.of(2026, 3, 10).minusDays(daysAgo)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 86_399})
    void dayIsTakenAllOverTheEarthForAsLongAsItLasts(long secondsIntoIt) {
        // given
        var farWest = ZoneOffset.ofHours(-12);
        var day = LocalDate.of(2026, 3, 10);
        var there = day.atStartOfDay(farWest).toInstant().plus(Duration.ofSeconds(secondsIntoIt));

        // when, then
        assertThat(new ReportWindow(Clock.fixed(there, ZoneOffset.UTC)).isRecent(day.minusDays(7)))
                .isTrue();
    }
}
