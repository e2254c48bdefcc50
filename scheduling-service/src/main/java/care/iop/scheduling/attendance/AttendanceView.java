package care.iop.scheduling.attendance;

import care.iop.scheduling.booking.AttendanceCode;
import care.iop.scheduling.booking.AttendanceRules;
import care.iop.scheduling.booking.Booking;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a booked session, and how that came to be recorded. */
@Schema(name = "Attendance")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AttendanceView(
        @Schema(required = true) UUID bookingId,

        @Schema(description = "What holds now; absent as long as nothing is recorded") @Nullable
        AttendanceCode code,

        @Schema(required = true, examples = "180") int plannedMinutes,
        @Schema(required = true, examples = "120") int deliveredMinutes,

        @Schema(required = true, description = "What this may become: any code at first, then the legal corrections")
        List<AttendanceCode> next,

        @Schema(
                required = true,
                description = "The last moment at which the client's word is in time: EXCUSED until then")
        Instant noticeUntil,

        @Schema(
                description =
                        "What the notice rule makes of the client's word that comes now, or of none: absent once something is recorded")
        @Nullable
        AttendanceCode hint,

        @Schema(required = true, description = "The recording and its corrections, first to last")
        List<Mark> marks) {

    /** One recording or correction. */
    @Schema(name = "AttendanceMark")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Mark(
            @Schema(required = true) AttendanceCode code,
            @Nullable Integer minutesLate,
            @Nullable Integer minutesPresent,
            @Schema(required = true, examples = "120") int deliveredMinutes,
            @Nullable Instant notifiedAt,
            @Nullable String reason,
            @Schema(required = true) Instant markedAt,

            @Schema(required = true, description = "The subject of the recorder's token")
            String markedBy) {

        /** Without the reason: it is free text about a person. */
        @Override
        public String toString() {
            return "Mark[code=%s, markedAt=%s]".formatted(code, markedAt);
        }
    }

    static AttendanceView of(Booking booking, List<RecordedMark> marks, AttendanceRules rules, Instant now) {
        var code = booking.attendance().orElse(null);
        return new AttendanceView(
                booking.id(),
                code,
                booking.time().plannedMinutes(),
                booking.deliveredMinutes(),
                code == null
                        ? List.of(AttendanceCode.values())
                        : code.corrections().stream().sorted().toList(),
                rules.noticeUntil(booking.time()),
                code == null ? rules.whenClientCancels(booking.time(), now) : null,
                marks.stream().map(RecordedMark::view).toList());
    }
}
