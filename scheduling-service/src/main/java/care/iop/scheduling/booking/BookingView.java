package care.iop.scheduling.booking;

import care.iop.scheduling.program.SessionKind;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A booking as staff see it. */
@Schema(name = "Booking")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BookingView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID sessionId,
        @Schema(required = true) UUID enrollmentId,
        @Schema(required = true) UUID patientId,
        @Schema(required = true) UUID programId,
        @Schema(required = true) SessionKind kind,

        @Schema(required = true, description = "The day in the program's zone")
        LocalDate sessionOn,

        @Schema(required = true) Instant startsAt,
        @Schema(required = true) Instant endsAt,

        @Schema(required = true, examples = "America/New_York")
        String zone,

        @Schema(required = true, examples = "180") int plannedMinutes,
        @Schema(required = true) BookingStatus status,

        @Schema(description = "Why it was cancelled") @Nullable
        CancellationReason cancellation,

        @Schema(description = "Absent as long as nothing is recorded") @Nullable
        AttendanceCode attendance,

        @Nullable Integer minutesLate,
        @Nullable Integer minutesPresent,

        @Schema(description = "Minutes of treatment that the attendance stands for") @Nullable
        Integer deliveredMinutes,

        @Schema(description = "The roster that made it; absent when booked by hand") @Nullable
        UUID rosterRunId,

        @Schema(description = "The series of bookings that it was made with") @Nullable
        UUID bookingSeriesId,

        @Schema(description = "The booking of the missed session that this one makes up for") @Nullable
        UUID makeUpFor) {}
