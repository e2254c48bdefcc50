package care.iop.scheduling.attendance;

import care.iop.scheduling.booking.AttendanceCode;
import care.iop.scheduling.booking.AttendanceMark;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a session for each of its clients. */
@Schema(name = "GroupAttendanceRequest", examples = """
                {"marks": [{"bookingId": "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b10", "code": "LATE", "minutesLate": 10}],
                 "others": "ATTENDED"}""")
record GroupAttendanceRequest(
        @Schema(description = "One for each client who is to be told apart") @Size(max = 100) @Valid
        List<@NotNull Mark> marks,

        @Schema(description = "What becomes of those who are not named and not marked yet; absent leaves them unmarked")
        @Nullable
        AttendanceCode others) {

    GroupAttendanceRequest {
        marks = marks == null ? List.of() : marks;
    }

    /** One client's mark. */
    @Schema(name = "GroupAttendanceMark")
    record Mark(
            @Schema(required = true) @NotNull UUID bookingId,
            @Schema(required = true) @NotNull AttendanceCode code,

            @Schema(description = "With LATE only, where it is needed: minutes after the start") @Nullable
            Integer minutesLate,

            @Schema(description = "With PARTIAL only, where it is needed: minutes that the client was there") @Nullable
            Integer minutesPresent,

            @Schema(description = "With EXCUSED and LATE_CANCEL only: when the client told us") @Nullable
            Instant notifiedAt,

            @Schema(description = "Needed for EXCUSED without timely notice; stays in scheduling")
            @Size(min = 1, max = 500)
            @Nullable
            String reason) {

        /** The mark, with a reason of blanks taken as none. */
        AttendanceMark mark() {
            return new AttendanceRequest(code, minutesLate, minutesPresent, notifiedAt, reason).mark();
        }

        /** Without the reason: it is free text about a person. */
        @Override
        public String toString() {
            return "Mark[bookingId=" + bookingId + ", code=" + code + "]";
        }
    }
}
