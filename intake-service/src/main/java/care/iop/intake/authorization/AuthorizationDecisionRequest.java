package care.iop.intake.authorization;

import care.iop.intake.person.Faultless;
import care.iop.intake.person.PrivateText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a payer decided on a request. */
@Schema(description = "What a payer decided on a request", examples = """
                {
                  "outcome": "PARTIALLY_APPROVED",
                  "decidedOn": "2026-11-21",
                  "number": "AUTH-77012",
                  "services": [{"code": "H0015", "units": 12}],
                  "validTo": "2026-12-24",
                  "concurrentReviewDueOn": "2026-12-16",
                  "reference": "REF-20261121-4"
                }""")
record AuthorizationDecisionRequest(
        @NotNull Outcome outcome,
        @NotNull LocalDate decidedOn,

        @Schema(description = "The payer's number; needed unless it said no", maxLength = 200)
        @Nullable
        @Pattern(regexp = AuthorizationPayer.LINE, message = AuthorizationPayer.LINE_RULE)
        String number,

        @Schema(description = "Approved units of each service that was asked for; as requested when absent")
        @Nullable
        @Size(min = 1, max = 5)
        List<@NotNull @Valid ServiceUnits> services,

        @Schema(description = "As requested when absent") @Nullable
        LocalDate validFrom,

        @Schema(description = "As requested when absent") @Nullable
        LocalDate validTo,

        @Schema(description = "The day that the payer named for a concurrent review") @Nullable
        LocalDate concurrentReviewDueOn,

        @Schema(description = "Needed for DENIED, and for it only") @Nullable
        DenialReason reason,

        @Schema(description = "By which the payer finds the conversation again", maxLength = 200)
        @Nullable
        @Pattern(regexp = AuthorizationPayer.LINE, message = AuthorizationPayer.LINE_RULE)
        String reference,

        @Nullable @Faultless PrivateText note) {

    /** The answers that a payer can give. */
    @Schema(name = "AuthorizationOutcome")
    enum Outcome {
        APPROVED,
        PARTIALLY_APPROVED,
        DENIED
    }
}
