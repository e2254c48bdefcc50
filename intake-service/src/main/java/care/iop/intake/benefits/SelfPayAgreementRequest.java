package care.iop.intake.benefits;

import care.iop.intake.person.Faultless;
import care.iop.intake.person.PersonName;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That somebody agreed to pay without insurance.
 *
 * @param estimateReference names the estimate that they were shown
 */
@Schema(description = "That somebody agreed to pay for treatment without insurance", examples = """
        {"agreedOn": "2026-11-23", "agreedBy": "PATIENT", "estimateReference": "GFE-2026-0042"}""")
record SelfPayAgreementRequest(
        @Schema(description = "Not in the future") @NotNull LocalDate agreedOn,

        @NotNull Payer agreedBy,

        @Schema(description = "Who agreed; needed unless it is the patient") @Nullable @Faultless
        PersonName payerName,

        @Schema(
                required = true,
                description = "Names the estimate that they were shown before they agreed",
                examples = "GFE-2026-0042",
                maxLength = 200)
        @NotNull
        @Pattern(regexp = BenefitTerms.LINE, message = BenefitTerms.LINE_RULE)
        String estimateReference) {

    /** Who pays. */
    @Schema(name = "SelfPayer")
    enum Payer {
        PATIENT,
        GUARDIAN,
        OTHER
    }
}
