package care.iop.intake.estimate;

import care.iop.intake.person.Faultless;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a fee class is determined from: income, household and place, and nothing else about the person.
 *
 * @param determinedOn the day of the determination, which decides on the year of the guideline
 * @param fullCharge of one service, to see what is paid of it
 */
@Schema(examples = """
                {
                  "annualIncome": 19950.00,
                  "householdSize": 1,
                  "region": "CONTIGUOUS",
                  "determinedOn": "2026-09-07",
                  "fullCharge": 350.00
                }""")
record SlidingFeeRequest(
        @Schema(description = "Of the whole household") @NotNull @Faultless
        Money annualIncome,

        @Schema(description = "The person included") @NotNull @Min(1) @Max(50)
        Integer householdSize,

        @NotNull Region region,

        @Schema(description = "The day of the determination, which decides on the year of the guideline") @NotNull
        LocalDate determinedOn,

        @Schema(description = "Of one service, to see what is paid of it") @Nullable @Faultless
        Money fullCharge) {}
