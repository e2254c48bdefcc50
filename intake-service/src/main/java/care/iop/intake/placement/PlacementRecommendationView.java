package care.iop.intake.placement;

import care.iop.intake.level.CriteriaEdition;
import care.iop.intake.level.LevelOfCare;
import care.iop.intake.person.PrivateText;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A recommendation as callers see it, with what a clinician decided on it. */
@Schema(name = "PlacementRecommendation")
record PlacementRecommendationView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID referralId,
        @Schema(required = true) UUID patientId,
        @Schema(required = true) Purpose purpose,
        @Schema(required = true) PlacementAdvice advice,

        @Schema(required = true, description = "The facts that the rules were asked about")
        PlacementFacts facts,

        @Schema(description = "The latest decision on it; absent while there is none") @Nullable
        ClinicianDecision clinicianDecision,

        @Schema(required = true, description = "The subject of the access token of who asked")
        String requestedBy,

        @Schema(required = true) Instant recommendedAt) {

    /**
     * What a clinician decided on a recommendation.
     *
     * @param overrideReason why another level was decided for; absent when the recommended one was
     */
    @Schema(name = "ClinicianDecision")
    record ClinicianDecision(
            @Schema(required = true) UUID placementId,
            @Schema(required = true) LevelOfCare level,
            @Schema(required = true) CriteriaEdition criteriaEdition,
            @Schema(required = true) boolean accepted,
            @Nullable PrivateText overrideReason,
            @Schema(required = true) String decidedBy,
            @Schema(required = true) Instant decidedAt) {}
}
