package care.iop.scheduling.clinician;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Time off as callers see it. */
@Schema(name = "TimeOff")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TimeOffView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID clinicianId,
        @Schema(required = true) LocalDate firstOn,
        @Schema(required = true) LocalDate lastOn,
        @Nullable LocalTime from,
        @Nullable LocalTime until,
        @Schema(required = true) TimeOffReason reason,
        @Schema(required = true) Instant recordedAt,

        @Schema(required = true, description = "The subject of who recorded it")
        String recordedBy) {}
