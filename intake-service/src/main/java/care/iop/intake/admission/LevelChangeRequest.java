package care.iop.intake.admission;

import care.iop.intake.level.CriteriaEdition;
import care.iop.intake.level.LevelOfCare;
import care.iop.intake.level.WeeklyMinutes;
import care.iop.intake.person.Faultless;
import care.iop.intake.person.PrivateText;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A clinician's placement within a stay: another level, program, phase or dose from a day on.
 *
 * @param rationale why it fits the person, in the clinician's own words
 */
@Schema(
        description = "A clinician's placement within a stay: another level, program, phase or dose from a day on.",
        examples = """
                {
                  "levelOfCare": "1.5",
                  "criteriaEdition": "ASAM4",
                  "startsOn": "2026-10-19",
                  "prescribedMinutesPerWeek": 360,
                  "rationale": "Six weeks without use, attends and works again."
                }""")
record LevelChangeRequest(
        @NotNull LevelOfCare levelOfCare,
        @NotNull CriteriaEdition criteriaEdition,

        @Schema(description = "After the first day of the level before, and at most 14 days ahead") @NotNull
        LocalDate startsOn,

        @Schema(description = "The program from that day on, by scheduling's identifier; the present one when absent")
        @Nullable
        UUID programId,

        @Schema(
                description = "A multiple of 15 within the band of the level; the level's standard when absent",
                multipleOf = WeeklyMinutes.STEP,
                examples = "360")
        @Nullable
        Integer prescribedMinutesPerWeek,

        @Schema(
                description =
                        "TREATMENT when absent. AFTERCARE is for levels that the program gives after a step-down only, and plans its contacts")
        @Nullable
        Phase phase,

        @NotNull @Faultless PrivateText rationale) {

    Phase phaseOrTreatment() {
        return phase == null ? Phase.TREATMENT : phase;
    }
}
