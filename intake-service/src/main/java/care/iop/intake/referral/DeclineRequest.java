package care.iop.intake.referral;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a referral is declined. */
@Schema(examples = "{\"reason\": \"NO_CAPACITY\"}")
record DeclineRequest(@NotNull DeclineReason reason) {}
