package care.iop.intake.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A screening result as callers see it. */
@Schema(name = "ScreeningResult")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScreeningResultView(
        @Schema(required = true) UUID id,

        @Schema(required = true, description = "The referral that it arrived with")
        UUID referralId,

        @Schema(required = true) UUID patientId,
        @Schema(required = true) Instrument instrument,
        @Schema(required = true, examples = "14") int total,
        @Schema(required = true) LocalDate takenOn,

        @Schema(description = "Absent when only the day is known") @Nullable
        Instant takenAt,

        @Schema(required = true) Instant receivedAt) {}
