package care.iop.intake.placement;

import care.iop.intake.level.CriteriaEdition;
import care.iop.intake.level.LevelOfCare;
import care.iop.intake.person.Faultless;
import care.iop.intake.person.PrivateText;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a clinician decides.
 *
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
        @NotNull @Faultless PrivateText rationale) {}
