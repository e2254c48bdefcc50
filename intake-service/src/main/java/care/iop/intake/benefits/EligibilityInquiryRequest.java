package care.iop.intake.benefits;

import care.iop.intake.person.Faultless;
import care.iop.intake.person.MemberNumber;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a payer is to be asked about a patient. */
@Schema(description = "What a payer is to be asked about a patient", examples = EligibilityInquiryRequest.EXAMPLE)
record EligibilityInquiryRequest(
        @Schema(description = "Its electronicId is needed") @NotNull @Valid
        BenefitTerms.Payer payer,

        @Schema(description = "Of who holds the policy") @NotNull @Faultless
        MemberNumber memberNumber,

        @Schema(description = "Who holds the policy, with names and birth date; the patient when absent or SELF") @Valid
        BenefitTerms.@Nullable Subscriber subscriber,

        @Schema(description = "The day of treatment that is asked for: from a year ago to a year ahead") @NotNull
        LocalDate serviceOn,

        @Schema(description = "The verification that the answer will take the place of") @Nullable
        UUID reverifies) {

    static final String EXAMPLE = """
            {
              "payer": {"name": "Example Health Plan", "electronicId": "EX001"},
              "memberNumber": "MEM-0001",
              "subscriber": {"relationship": "SELF"},
              "serviceOn": "2026-12-01"
            }""";

    boolean isOwnPolicy() {
        return subscriber == null || subscriber.relationship() == BenefitTerms.Relationship.SELF;
    }
}
