package care.iop.scheduling.curriculum;

import care.iop.scheduling.booking.AttendanceCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client's seat, kept or given up, in a meeting that took or takes place and teaches a module. */
record TaughtMeeting(
        UUID seriesId,
        String moduleCode,
        LocalDate sessionOn,
        Instant startsAt,
        boolean booked,
        @Nullable AttendanceCode attendance,
        @Nullable Integer deliveredMinutes) {

    /** Whether the client was there long enough to count. */
    boolean wasAttended() {
        return deliveredMinutes != null && deliveredMinutes > 0;
    }

    /** Whether it was taught without the client. Nobody misses what the program called off, or what is not marked yet. */
    boolean wasMissed(Instant now) {
        if (startsAt.isAfter(now) || attendance == AttendanceCode.CANCELLED_BY_PROGRAM) {
            return false;
        }
        return !booked || (attendance != null && !wasAttended());
    }

    boolean isAhead(Instant now) {
        return booked && attendance == null && startsAt.isAfter(now);
    }
}
