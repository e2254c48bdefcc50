package care.iop.scheduling.booking;

import org.jspecify.annotations.Nullable;

/** How a booking stands for whoever asks only whether the client came. */
public enum BookingOutcome {
    /** It lies ahead, or nobody has marked it yet. */
    BOOKED,
    /** The client came, if late or not to the end. */
    FULFILLED,
    /** The client did not come and had not told. */
    MISSED,
    /** It was called off by the client or the program. */
    CANCELLED;

    static BookingOutcome of(BookingStatus status, @Nullable AttendanceCode attendance) {
        if (status == BookingStatus.CANCELLED) {
            return CANCELLED;
        }
        return attendance == null
                ? BOOKED
                : switch (attendance) {
                    case ATTENDED, LATE, PARTIAL -> FULFILLED;
                    case NO_SHOW -> MISSED;
                    case EXCUSED, LATE_CANCEL, CANCELLED_BY_PROGRAM -> CANCELLED;
                };
    }

    /** The same for the database. */
    String condition() {
        return switch (this) {
            case BOOKED -> "(status = BOOKED and attendance is null)";
            case FULFILLED -> "(status = BOOKED and attendance in (ATTENDED, LATE, PARTIAL))";
            case MISSED -> "(status = BOOKED and attendance = NO_SHOW)";
            case CANCELLED ->
                "(status = CANCELLED or status = BOOKED and attendance in (EXCUSED, LATE_CANCEL, CANCELLED_BY_PROGRAM))";
        };
    }
}
