package care.iop.scheduling.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says became of a booked session.
 *
 * @param minutesLate only with LATE
 * @param minutesPresent only with PARTIAL
 * @param notifiedAt when the client told us, only with EXCUSED and LATE_CANCEL
 * @param reason in the recorder's words; needed for a correction and for an excuse without timely notice
 */
public record AttendanceMark(
        AttendanceCode code,
        @Nullable Integer minutesLate,
        @Nullable Integer minutesPresent,
        @Nullable Instant notifiedAt,
        @Nullable String reason) {

    /** Without the reason: it is the recorder's free text about a person. */
    @Override
    public String toString() {
        return "AttendanceMark[code=%s, minutesLate=%s, minutesPresent=%s, notifiedAt=%s]"
                .formatted(code, minutesLate, minutesPresent, notifiedAt);
    }
}
