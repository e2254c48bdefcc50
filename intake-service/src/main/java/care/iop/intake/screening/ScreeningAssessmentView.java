package care.iop.intake.screening;

import care.iop.chassis.instrument.Score;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A screening assessment as callers see it. */
@Schema(name = "ScreeningAssessment")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScreeningAssessmentView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID referralId,
        @Schema(required = true) UUID patientId,
        @Schema(required = true, examples = "PHQ-9") String instrument,
        @Schema(required = true) Instant takenAt,

        @Schema(required = true, description = "The raw answers by the item's id")
        Map<String, Integer> answers,

        @Schema(required = true, description = "As it was made when the answers were recorded")
        Score score,

        @Schema(required = true, description = "The subject of the recorder's access token")
        String recordedBy,

        @Schema(required = true) Instant recordedAt,

        @Schema(description = "The version that this one corrects") @Nullable
        UUID supersedes,

        @Schema(description = "The version that corrects this one; absent for the one in force") @Nullable
        UUID supersededBy) {}
