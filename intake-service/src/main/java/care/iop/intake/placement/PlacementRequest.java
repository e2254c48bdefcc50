package care.iop.intake.placement;

import care.iop.intake.level.CriteriaEdition;
import care.iop.intake.level.LevelOfCare;
import care.iop.intake.person.Faultless;
import care.iop.intake.person.PrivateText;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a clinician decides.
 *
 * @param purpose what the decision is for; that of the recommendation, else ADMISSION, when absent
 * @param recommendationId the recommendation that the decision answers
 * @param overrideReason why the level is another one than recommended; needed exactly then
 * @param reviewId the review of an admitted person's level that the decision closes
 * @param rationale why this level fits the person, in the clinician's own words
 */
@Schema(examples = """
                {
                  "levelOfCare": "2.1",
                  "criteriaEdition": "ASAM4",
                  "rationale": "Stable at home, needs more structure than weekly sessions give."
                }""")
record PlacementRequest(
        @NotNull LevelOfCare levelOfCare,
        @NotNull CriteriaEdition criteriaEdition,
        @NotNull @Faultless PrivateText rationale,

        @Schema(description = "That of the recommendation, else ADMISSION, when absent") @Nullable
        Purpose purpose,

        @Schema(description = "The recommendation that the decision answers") @Nullable
        UUID recommendationId,

        @Schema(description = "Why the level is another one than recommended; needed exactly then") @Nullable @Faultless
        PrivateText overrideReason,

        @Schema(description = "The review of an admitted person's level that the decision closes") @Nullable
        UUID reviewId) {}
