package care.iop.intake.authorization;

import care.iop.intake.person.Faultless;
import care.iop.intake.person.PrivateText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a payer was asked to allow. */
@Schema(description = "What a payer was asked to allow", examples = """
                {
                  "payer": {"name": "Example Health Plan", "electronicId": "EX001"},
                  "services": [{"code": "H0015", "units": 20}],
                  "requestedOn": "2026-11-20",
                  "validFrom": "2026-11-23",
                  "validTo": "2027-01-22",
                  "plannedEndOn": "2027-02-19"
                }""")
record AuthorizationRequest(
        @NotNull @Valid AuthorizationPayer payer,

        @Schema(description = "The policy of this patient that it is under, if it arrived with a referral") @Nullable
        UUID insurancePolicyId,

        @Schema(
                description =
                        "The stay that it is for; when absent the one that is open, or the next one that begins while it is valid")
        @Nullable
        UUID admissionId,

        @Schema(description = "Each code once") @NotNull @Size(min = 1, max = 5)
        List<@NotNull @Valid ServiceUnits> services,

        @NotNull LocalDate requestedOn,
        @NotNull LocalDate validFrom,

        @Schema(description = "The last day, at most two years after the first") @NotNull
        LocalDate validTo,

        @Schema(
                description =
                        "When treatment is planned to end; the last day of the validity stands for it when absent")
        @Nullable
        LocalDate plannedEndOn,

        @Nullable @Faultless PrivateText note) {}
