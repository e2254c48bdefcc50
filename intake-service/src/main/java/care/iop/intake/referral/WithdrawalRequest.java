package care.iop.intake.referral;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why the person or the sender takes a referral back. */
@Schema(examples = "{\"reason\": \"PERSON_DECLINED\"}")
record WithdrawalRequest(
        @NotNull @Schema(description = "One of PERSON_DECLINED, SENDER_WITHDREW, DUPLICATE, ENTERED_IN_ERROR, OTHER")
        EndReason reason) {}
