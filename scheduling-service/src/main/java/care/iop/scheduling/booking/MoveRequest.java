package care.iop.scheduling.booking;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where bookings are to go. What is not said stays as it is. */
@Schema(name = "MoveRequest", examples = """
                {"scope": "THIS_AND_FOLLOWING", "days": 1, "localStart": "15:00"}""")
record MoveRequest(
        @Schema(description = "Which bookings of the series", defaultValue = "ONE")
        Scope scope,

        @Schema(description = "How many days later; earlier when negative", defaultValue = "0") @Min(-28) @Max(28)
        Integer days,

        @Schema(
                description = "The new time of day of sessions of the client's own, on a quarter hour",
                examples = "15:00")
        @Nullable
        LocalTime localStart,

        @Schema(description = "The new clinician of sessions of the client's own") @Nullable
        UUID clinicianId,

        @Schema(description = "The new room of sessions of the client's own") @Nullable
        UUID roomId,

        @Schema(description = "The series into whose meetings group bookings go, on the day that results") @Nullable
        UUID seriesId,

        @Schema(
                description = "Move although a session starts within the notice period or has started",
                defaultValue = "false")
        Boolean forced) {

    MoveRequest {
        scope = scope == null ? Scope.ONE : scope;
        days = days == null ? 0 : days;
        forced = forced == null ? Boolean.FALSE : forced;
    }
}
