package care.iop.intake.placement;

import care.iop.intake.level.CriteriaEdition;
import care.iop.intake.level.LevelOfCare;
import care.iop.intake.person.PrivateText;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A placement as callers see it. */
@Schema(name = "Placement")
record PlacementView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID referralId,
        @Schema(required = true) UUID patientId,
        @Schema(required = true) LevelOfCare levelOfCare,
        @Schema(required = true) CriteriaEdition criteriaEdition,
        @Schema(required = true) PrivateText rationale,
        @Schema(required = true) Purpose purpose,

        @Schema(description = "The recommendation that it answers; absent for a decision without one") @Nullable
        UUID recommendationId,

        @Schema(description = "Why the level is another one than recommended; absent when it is the same") @Nullable
        PrivateText overrideReason,

        @Schema(required = true, description = "The subject of the clinician's access token")
        String decidedBy,

        @Schema(required = true) Instant decidedAt,

        @Schema(required = true, examples = PlacementView.DISCLAIMER)
        String disclaimer) {

    static final String DISCLAIMER =
            "The level of care is the recorded decision of a clinician. Recommendations that it"
                    + " answers follow rules of our own; this software holds no text of the ASAM Criteria, and is not affiliated"
                    + " with their publisher.";
}
