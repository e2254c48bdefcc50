package care.iop.intake.benefits;

import care.iop.intake.person.MemberNumber;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An insurance policy as callers see it. */
@Schema(name = "InsurancePolicy")
@JsonInclude(JsonInclude.Include.NON_NULL)
record InsurancePolicyView(
        @Schema(required = true) UUID id,

        @Schema(required = true, description = "The referral that it arrived with")
        UUID referralId,

        @Schema(required = true) UUID patientId,

        @Schema(required = true, examples = "Example Health Plan")
        String payer,

        @Schema(examples = "PPO") @Nullable String plan,
        @Nullable MemberNumber memberNumber,
        @Nullable LocalDate startsOn,

        @Schema(description = "The last day of cover") @Nullable
        LocalDate endsOn,

        @Schema(required = true) Instant receivedAt) {}
