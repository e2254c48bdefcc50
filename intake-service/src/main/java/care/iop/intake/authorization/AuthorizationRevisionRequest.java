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

/** What an authorization should have said, or says now by the payer's word: the whole terms again, not the difference. */
@Schema(
        description = "What an authorization should have said: the whole terms again, not the difference",
        examples = """
                {
                  "services": [{"code": "H0015", "units": 14}],
                  "validFrom": "2026-11-23",
                  "validTo": "2026-12-24",
                  "plannedEndOn": "2027-02-19",
                  "concurrentReviewDueOn": "2026-12-16",
                  "note": "The letter says 14, the phone call said 12."
                }""")
record AuthorizationRevisionRequest(
        @Schema(
                description =
                        "Units of each service: those asked for as long as the payer has not decided, then the approved")
        @NotNull
        @Size(min = 1, max = 5)
        List<@NotNull @Valid ServiceUnits> services,

        @NotNull LocalDate validFrom,
        @NotNull LocalDate validTo,
        @Nullable LocalDate plannedEndOn,
        @Nullable LocalDate concurrentReviewDueOn,

        @Schema(description = "As before when absent", maxLength = 200)
        @Nullable
        @Pattern(regexp = AuthorizationPayer.LINE, message = AuthorizationPayer.LINE_RULE)
        String number,

        @Schema(description = "Why") @NotNull @Faultless PrivateText note) {}
