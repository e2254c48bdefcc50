package care.iop.scheduling.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One occurrence that can't be had, what stands in the way, and what is free instead. */
@Schema(name = "BookingObstacle")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Obstacle(
        @Schema(required = true, description = "The item of the request that it is of, from 0")
        int item,

        @Schema(description = "The booking that was to be moved or cancelled") @Nullable
        UUID bookingId,

        @Schema(required = true, description = "The day that was asked for")
        LocalDate sessionOn,

        @Schema(required = true, examples = "09:00") LocalTime localStart,
        @Schema(required = true) Reason reason,

        @Schema(required = true, examples = "The clinician has another session from 09:30 to 10:30.")
        String detail,

        @Schema(description = "The nearest that is free; absent when nothing is within a week") @Nullable
        Alternative alternative) {

    /** What can stand in the way. */
    @Schema(name = "BookingObstacleReason")
    enum Reason {
        CLIENT_DOUBLE_BOOKED,
        CLINICIAN_DOUBLE_BOOKED,
        CLINICIAN_NOT_WORKING,
        ROOM_DOUBLE_BOOKED,
        SESSION_FULL,
        PROGRAM_CLOSED,
        NO_MEETING,
        NOTICE_TOO_SHORT
    }

    /** A session that could be had instead. */
    @Schema(name = "FreeAlternative")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Alternative(
            @Schema(required = true) LocalDate sessionOn,
            @Schema(required = true, examples = "10:00") LocalTime localStart,

            @Schema(description = "The series that meets then") @Nullable
            UUID seriesId,

            @Nullable UUID clinicianId,
            @Nullable UUID roomId) {}

    Obstacle instead(@Nullable Alternative free) {
        return new Obstacle(item, bookingId, sessionOn, localStart, reason, detail, free);
    }

    Obstacle ofBooking(UUID id) {
        return new Obstacle(item, id, sessionOn, localStart, reason, detail, alternative);
    }
}
