package care.iop.intake.authorization;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One of scheduling's bookings as its newest event says.
 *
 * @param startsAt absent for those that were kept before it was
 * @param on the day in the program's time zone
 * @param plannedMinutes 0 to 1440
 * @param deliveredMinutes 0 to 1440, by scheduling's attendance rules; 0 unless it is marked
 */
record BookedSession(
        @Nullable Instant startsAt,
        LocalDate on,
        SessionKind kind,
        State state,
        int plannedMinutes,
        int deliveredMinutes) {

    private static final int MINUTES_OF_DAY = 24 * 60;

    /** Refuses minutes that no day has. */
    BookedSession {
        if (plannedMinutes < 0
                || plannedMinutes > MINUTES_OF_DAY
                || deliveredMinutes < 0
                || deliveredMinutes > MINUTES_OF_DAY) {
            throw new IllegalArgumentException("minutes of a session must be 0 to " + MINUTES_OF_DAY);
        }
    }

    /** Where a booking stands. */
    enum State {
        /** It lies ahead, or nobody has marked it yet. */
        BOOKED,
        /** The seat was given up. */
        WITHDRAWN,
        /** Attendance is recorded. */
        MARKED
    }
}
