package care.iop.scheduling.booking;

import java.util.EnumSet;
import java.util.Set;

/** What became of a booked session. The first code is free within its time rules; a correction must be a legal move. */
public enum AttendanceCode {
    ATTENDED,
    /** Came a little late; counts as attended, with the minutes from the arrival on. */
    LATE,
    /** Left early; counts the minutes present from half of the session on. */
    PARTIAL,
    NO_SHOW,
    /** Told us in time, or has a documented reason. */
    EXCUSED,
    /** Told us, but within the notice period. */
    LATE_CANCEL,
    /** The program did not hold the session; it leaves every denominator. */
    CANCELLED_BY_PROGRAM;

    /**
     * What this may be corrected to. A client who was seen can't become one who told us they would not come; a no-show can
     * become anything, because word arrives late; of a session that the program cancelled only "it took place after all"
     * is possible.
     */
    public Set<AttendanceCode> corrections() {
        return switch (this) {
            case ATTENDED -> EnumSet.of(LATE, PARTIAL, NO_SHOW);
            case LATE -> EnumSet.of(ATTENDED, LATE, PARTIAL, NO_SHOW);
            case PARTIAL -> EnumSet.of(ATTENDED, LATE, PARTIAL, NO_SHOW);
            case NO_SHOW -> EnumSet.of(ATTENDED, LATE, PARTIAL, EXCUSED, LATE_CANCEL, CANCELLED_BY_PROGRAM);
            case EXCUSED -> EnumSet.of(ATTENDED, LATE, PARTIAL, LATE_CANCEL, CANCELLED_BY_PROGRAM);
            case LATE_CANCEL -> EnumSet.of(ATTENDED, LATE, PARTIAL, EXCUSED, CANCELLED_BY_PROGRAM);
            case CANCELLED_BY_PROGRAM -> EnumSet.of(ATTENDED, LATE, PARTIAL);
        };
    }
}
