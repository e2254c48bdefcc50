package care.iop.scheduling.attendance;

import care.iop.scheduling.booking.AttendanceCode;
import care.iop.scheduling.booking.Booking;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a session for each of its clients. */
@Schema(name = "GroupAttendance")
record GroupAttendanceView(
        @Schema(required = true) UUID sessionId,
        @Schema(required = true, examples = "12") int booked,

        @Schema(required = true, description = "Of these, not marked yet", examples = "0")
        int unmarked,

        @Schema(required = true) List<Entry> clients) {

    /** One client. */
    @Schema(name = "GroupAttendanceEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            @Schema(required = true) UUID bookingId,
            @Schema(required = true) UUID enrollmentId,
            @Schema(required = true) UUID patientId,

            @Schema(description = "Absent as long as nothing is recorded") @Nullable
            AttendanceCode code,

            @Schema(required = true, examples = "180") int plannedMinutes,
            @Schema(required = true, examples = "170") int deliveredMinutes) {}

    static GroupAttendanceView of(UUID sessionId, List<Booking> group) {
        return new GroupAttendanceView(
                sessionId,
                group.size(),
                (int) group.stream()
                        .filter(booking -> booking.attendance().isEmpty())
                        .count(),
                group.stream()
                        .map(booking -> new Entry(
                                booking.id(),
                                booking.enrollmentId(),
                                booking.patientId(),
                                booking.attendance().orElse(null),
                                booking.time().plannedMinutes(),
                                booking.deliveredMinutes()))
                        .toList());
    }
}
