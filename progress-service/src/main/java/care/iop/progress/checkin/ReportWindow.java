package care.iop.progress.checkin;

import care.iop.chassis.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;

/** Of which days, and how late, a person may report. All of it is the suite's own policy, for a clinical owner to confirm. */
@ApplicationScoped
class ReportWindow {

    /** How many days back a report may be of, from when the person says it. Older reports call nobody: they say nothing of now. */
    static final int DAYS_BACK = 7;

    /** How long a device may have been offline. */
    static final int DAYS_OFFLINE = 30;

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
    private static final ZoneOffset LATEST_DATE_ON_EARTH = ZoneOffset.ofHours(14);
    private static final ZoneOffset EARLIEST_DATE_ON_EARTH = ZoneOffset.ofHours(-12);

    private final Clock clock;

    ReportWindow(Clock clock) {
        this.clock = clock;
    }

    /** Refuses with 422 a report from the future, from a device too long offline, or of a day outside the days back. */
    void require(CheckIn.Sent sent) {
        var now = clock.instant();
        var said = Objects.requireNonNullElse(sent.reportedAt(), now);
        if (said.isAfter(now.plus(CLOCK_SKEW))) {
            throw ProblemException.invalid(
                    "/reportedAt", "must not be in the future; maybe the device's clock is wrong");
        }
        if (said.isBefore(now.minus(Duration.ofDays(DAYS_OFFLINE)))) {
            throw ProblemException.invalid("/reportedAt", "must be within the last " + DAYS_OFFLINE + " days");
        }
        var latest = said.atZone(LATEST_DATE_ON_EARTH).toLocalDate();
        if (sent.forOn().isBefore(earliestDay(said)) || sent.forOn().isAfter(latest)) {
            throw ProblemException.invalid("/forOn", "must be today or one of the " + DAYS_BACK + " days before");
        }
    }

    /** Whether a day is so near that its report says something of now, wherever on earth the person may be. */
    boolean isRecent(LocalDate day) {
        return !day.isBefore(earliestDay(clock.instant()));
    }

    /** The first day that any report which is taken now may be of. */
    LocalDate earliestDay() {
        return earliestDay(clock.instant().minus(Duration.ofDays(DAYS_OFFLINE)));
    }

    private static LocalDate earliestDay(Instant said) {
        return said.atZone(EARLIEST_DATE_ON_EARTH).toLocalDate().minusDays(DAYS_BACK);
    }
}
