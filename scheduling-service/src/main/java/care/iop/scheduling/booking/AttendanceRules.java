package care.iop.scheduling.booking;

import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.session.SessionTime;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a mark must be like, and what it counts. The thresholds are the program's own policy, from configuration.
 *
 * @param lateAtMost how late a client may come for LATE
 * @param partialCountsFromPercent share of the planned minutes from which PARTIAL counts the minutes present
 * @param notice how long before the start a client must tell us for EXCUSED without a documented reason
 */
public record AttendanceRules(Duration lateAtMost, int partialCountsFromPercent, Duration notice) {

    private static final int PERCENT = 100;

    /** Refuses thresholds without sense, when the service starts. */
    public AttendanceRules {
        if (lateAtMost.isNegative()
                || notice.isNegative()
                || partialCountsFromPercent < 0
                || partialCountsFromPercent > PERCENT) {
            throw new IllegalArgumentException("attendance thresholds must be positive, and a share 0 to 100 percent");
        }
    }

    /** Minutes of treatment that the mark stands for: whole minutes, never more than planned. */
    int deliveredMinutes(AttendanceMark mark, int plannedMinutes) {
        return switch (mark.code()) {
            case ATTENDED -> plannedMinutes;
            // From the arrival on: what is billed by the minute must have been given.
            case LATE -> plannedMinutes - required(mark.minutesLate());
            case PARTIAL -> {
                var present = required(mark.minutesPresent());
                yield present * PERCENT >= plannedMinutes * partialCountsFromPercent ? present : 0;
            }
            case NO_SHOW, EXCUSED, LATE_CANCEL, CANCELLED_BY_PROGRAM -> 0;
        };
    }

    /** Refuses a mark whose parts don't fit its code (422), or that tells of what can't have happened yet (409). */
    void requireSound(AttendanceMark mark, SessionTime time, Instant now) {
        requireFieldsOfCode(mark);
        switch (mark.code()) {
            case ATTENDED, NO_SHOW -> requireReached(time.startsAt(), now);
            case LATE -> {
                var most = Math.min(lateAtMost.toMinutes(), time.plannedMinutes() - 1L);
                var late = requireWithin(
                        "/minutesLate",
                        mark.minutesLate(),
                        most,
                        "; record PARTIAL with the minutes present when later");
                requireReached(time.startsAt().plus(Duration.ofMinutes(late)), now);
            }
            case PARTIAL -> {
                var present = requireWithin("/minutesPresent", mark.minutesPresent(), time.plannedMinutes() - 1L, "");
                requireReached(time.startsAt().plus(Duration.ofMinutes(present)), now);
            }
            case EXCUSED -> {
                var notified = notifiedAt(mark, time, now);
                if (mark.reason() == null
                        && (notified == null || notified.isAfter(time.startsAt().minus(notice)))) {
                    throw ProblemException.invalid(
                            "/reason",
                            "is needed when the client did not tell us at least " + hours()
                                    + " hours before; otherwise record LATE_CANCEL");
                }
            }
            case LATE_CANCEL -> {
                var notified = notifiedAt(mark, time, now);
                if (notified == null
                        || notified.isAfter(time.startsAt())
                        || !notified.isAfter(time.startsAt().minus(notice))) {
                    throw ProblemException.invalid(
                            "/notifiedAt",
                            "must be within the " + hours()
                                    + " hours before the start; earlier is EXCUSED, later is NO_SHOW");
                }
            }
            case CANCELLED_BY_PROGRAM -> {
                // The program may say so before, during and after.
            }
        }
    }

    /** Whether the session starts within the notice period, or has started. */
    boolean isShortNotice(SessionTime time, Instant now) {
        return now.isAfter(time.startsAt().minus(notice));
    }

    /** What the notice rule makes of a client's word that comes now: excused in time, late, or a no-show once it is over. */
    public AttendanceCode whenClientCancels(SessionTime time, Instant now) {
        if (!isShortNotice(time, now)) {
            return AttendanceCode.EXCUSED;
        }
        return now.isAfter(time.startsAt()) ? AttendanceCode.NO_SHOW : AttendanceCode.LATE_CANCEL;
    }

    /** The last moment at which a client's word is in time. */
    public Instant noticeUntil(SessionTime time) {
        return time.startsAt().minus(notice);
    }

    private static void requireFieldsOfCode(AttendanceMark mark) {
        if (mark.minutesLate() != null && mark.code() != AttendanceCode.LATE) {
            throw ProblemException.invalid("/minutesLate", "belongs to LATE only");
        }
        if (mark.minutesPresent() != null && mark.code() != AttendanceCode.PARTIAL) {
            throw ProblemException.invalid("/minutesPresent", "belongs to PARTIAL only");
        }
        if (mark.notifiedAt() != null
                && mark.code() != AttendanceCode.EXCUSED
                && mark.code() != AttendanceCode.LATE_CANCEL) {
            throw ProblemException.invalid("/notifiedAt", "belongs to EXCUSED and LATE_CANCEL only");
        }
    }

    /** When the client told us: as recorded, or now when the session has not started and nothing is recorded. */
    private static @Nullable Instant notifiedAt(AttendanceMark mark, SessionTime time, Instant now) {
        var recorded = mark.notifiedAt();
        if (recorded == null) {
            return now.isAfter(time.startsAt()) ? null : now;
        }
        if (recorded.isAfter(now)) {
            throw ProblemException.invalid("/notifiedAt", "must not be in the future");
        }
        return recorded;
    }

    private static int requireWithin(String pointer, @Nullable Integer minutes, long most, String advice) {
        if (minutes == null || minutes < 1 || minutes > most) {
            throw ProblemException.invalid(pointer, "must be 1 to " + most + advice);
        }
        return minutes;
    }

    private static void requireReached(Instant moment, Instant now) {
        if (now.isBefore(moment)) {
            throw new ProblemException(SchedulingProblem.ATTENDANCE_TOO_EARLY, "Record it from " + moment + " on.");
        }
    }

    private static int required(@Nullable Integer minutes) {
        if (minutes == null) {
            throw new IllegalArgumentException("a mark must be sound before it is counted");
        }
        return minutes;
    }

    private long hours() {
        return notice.toHours();
    }
}
