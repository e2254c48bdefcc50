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

/** What came of a concurrent review: what the payer adds, or that it adds nothing. */
@Schema(description = "What came of a concurrent review: what the payer adds, or that it adds nothing", examples = """
                {
                  "outcome": "APPROVED",
                  "decidedOn": "2026-12-15",
                  "addedUnits": [{"code": "H0015", "units": 12}],
                  "validTo": "2027-01-29",
                  "concurrentReviewDueOn": "2027-01-20",
                  "reference": "REF-20261215-2"
                }""")
record AuthorizationExtensionRequest(
        @NotNull Outcome outcome,
        @NotNull LocalDate decidedOn,

        @Schema(description = "Units beside those that were approved before") @Nullable @Size(min = 1, max = 5)
        List<@NotNull @Valid ServiceUnits> addedUnits,

        @Schema(description = "The new last day; as before when absent") @Nullable
        LocalDate validTo,

        @Schema(description = "When treatment is planned to end now; as before when absent") @Nullable
        LocalDate plannedEndOn,

        @Schema(description = "The payer's day for the next review; none when absent, for this one is done") @Nullable
        LocalDate concurrentReviewDueOn,

        @Schema(description = "The payer's number, when it gave a new one", maxLength = 200)
        @Nullable
        @Pattern(regexp = AuthorizationPayer.LINE, message = AuthorizationPayer.LINE_RULE)
        String number,

        @Schema(description = "Needed for DENIED, and for it only") @Nullable
        DenialReason reason,

        @Nullable @Pattern(regexp = AuthorizationPayer.LINE, message = AuthorizationPayer.LINE_RULE)
        String reference,

        @Nullable @Faultless PrivateText note) {

    /** What a review can come to. */
    @Schema(name = "ConcurrentReviewOutcome")
    enum Outcome {
        APPROVED,
        DENIED
    }
}
