package care.iop.scheduling.attendance;

import care.iop.scheduling.booking.AttendanceCode;
import care.iop.scheduling.booking.AttendanceMark;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a booked session. */
@Schema(name = "AttendanceRequest", examples = AttendanceRequest.EXAMPLE)
record AttendanceRequest(
        @Schema(required = true) @NotNull AttendanceCode code,

        @Schema(description = "With LATE only, where it is needed: minutes after the start") @Nullable
        Integer minutesLate,

        @Schema(description = "With PARTIAL only, where it is needed: minutes that the client was there") @Nullable
        Integer minutesPresent,

        @Schema(
                description =
                        "With EXCUSED and LATE_CANCEL only: when the client told us; before the session it may be left out and is now")
        @Nullable
        Instant notifiedAt,

        @Schema(description = "Needed for a correction, and for EXCUSED without timely notice; stays in scheduling")
        @Size(min = 1, max = 500)
        @Nullable
        String reason) {

    static final String EXAMPLE = """
            {"code": "PARTIAL", "minutesPresent": 120}""";

    /** The mark, with a reason of blanks taken as none. */
    AttendanceMark mark() {
        return new AttendanceMark(
                code,
                minutesLate,
                minutesPresent,
                notifiedAt,
                reason == null || reason.isBlank() ? null : reason.strip());
    }

    /** Without the reason: it is free text about a person. */
    @Override
    public String toString() {
        return "AttendanceRequest[code=" + code + "]";
    }
}
