package care.iop.intake.referral;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a person can't be reached any more. */
@Schema(examples = "{\"reason\": \"NO_CONTACT\"}")
record LossRequest(
        @NotNull @Schema(description = "One of NO_CONTACT, MISSED_APPOINTMENTS, MOVED_AWAY, INCARCERATED, DIED, OTHER")
        EndReason reason) {}
