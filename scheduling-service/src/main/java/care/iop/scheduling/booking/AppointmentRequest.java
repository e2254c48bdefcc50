package care.iop.scheduling.booking;

import care.iop.scheduling.program.SessionKind;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A session for one client alone, to be booked by hand. */
@Schema(name = "AppointmentRequest")
public record AppointmentRequest(
        @Schema(required = true, description = "INDIVIDUAL, FAMILY, VOCATIONAL, MEDICATION or CHECK_IN") @NotNull
        SessionKind kind,

        @Schema(required = true, description = "In the program's zone, on a quarter hour", examples = "14:00") @NotNull
        LocalTime localStart,

        @Schema(required = true, description = "Whole quarter hours", examples = "60") @Min(15) @Max(480)
        int durationMinutes,

        @Schema(required = true) @NotNull UUID clinicianId,

        @Schema(description = "Absent by video") @Nullable UUID roomId) {}
