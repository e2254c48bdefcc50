package care.iop.intake.admission;

import care.iop.intake.level.WeeklyMinutes;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whom to admit where and when. The level of care is the one of the clinician's placement.
 *
 * @param programId the program, by scheduling's identifier
 * @param admittedOn the first day, at most a year back and 90 days ahead
 * @param prescribedMinutesPerWeek minutes of treatment a week, a multiple of 15; the level's standard when absent
 */
@Schema(
        description = "Whom to admit where and when. The level of care is the one of the clinician's placement.",
        examples = """
                {
                  "referralId": "019a2b3c-0000-7000-8000-000000000001",
                  "programId": "019a2b3c-0000-7000-8000-000000000002",
                  "admittedOn": "2026-09-07",
                  "prescribedMinutesPerWeek": 900
                }""")
record AdmitPatientRequest(
        @NotNull UUID referralId,
        @NotNull UUID programId,

        @Schema(description = "At most a year back and 90 days ahead") @NotNull
        LocalDate admittedOn,

        @Schema(
                description = "A multiple of 15 within the band of the level; the level's standard when absent",
                multipleOf = WeeklyMinutes.STEP,
                examples = "900")
        @Nullable
        Integer prescribedMinutesPerWeek) {}
