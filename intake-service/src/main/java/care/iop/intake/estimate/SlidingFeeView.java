package care.iop.intake.estimate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A household's fee class and how it was found. */
@Schema(name = "SlidingFee")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SlidingFeeView(
        @Schema(required = true) FeeClass feeClass,

        @Schema(required = true, description = "The most that the first class pays for a service")
        Money nominalCharge,

        @Schema(description = "What is paid of the full charge, if one was sent") @Nullable
        Money patientPays,

        @Schema(
                required = true,
                description =
                        "Income in percent of the guideline, to six decimals for reading; the class is found without rounding",
                examples = "125.000000")
        BigDecimal percentOfGuideline,

        @Schema(required = true) Guideline guideline,

        @Schema(required = true, description = "The table of classes", examples = "sliding-fee-1.0")
        String version,

        @Schema(required = true, description = "Whose table this is")
        String policy,

        @Schema(required = true) List<String> notes) {

    /** The guideline for the household, and how well its figures are known. */
    @Schema(name = "AppliedPovertyGuideline")
    record Guideline(
            @Schema(required = true, examples = "2026") int year,
            @Schema(required = true) LocalDate effectiveOn,
            @Schema(required = true) String source,

            @Schema(required = true, description = "A year's income at 100 percent for the household")
            Money amount,

            @Schema(required = true) Money firstPerson,
            @Schema(required = true) Certainty firstPersonCertainty,

            @Schema(required = true, description = "For each person after the first, also beyond eight")
            Money eachAdditional,

            @Schema(required = true) Certainty eachAdditionalCertainty) {

        static Guideline of(PovertyGuideline guideline, Region region, int householdSize) {
            var figures = guideline.in(region);
            return new Guideline(
                    guideline.year(),
                    guideline.effectiveOn(),
                    guideline.source(),
                    figures.forHousehold(householdSize),
                    Money.ofCents(100L * figures.firstPerson()),
                    figures.firstPersonCertainty(),
                    Money.ofCents(100L * figures.eachAdditional()),
                    figures.eachAdditionalCertainty());
        }

        boolean hasOnlyOfficialFigures() {
            return firstPersonCertainty == Certainty.OFFICIAL && eachAdditionalCertainty == Certainty.OFFICIAL;
        }
    }
}
