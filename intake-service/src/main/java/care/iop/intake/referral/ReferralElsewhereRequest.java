package care.iop.intake.referral;

import care.iop.intake.person.Faultless;
import care.iop.intake.person.PrivateText;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why the person is better served elsewhere, and where that is. */
@Schema(
        examples =
                "{\"reason\": \"NEEDS_HIGHER_LEVEL\", \"referredTo\": \"Hillside residential program, bed promised for Monday\"}")
record ReferralElsewhereRequest(
        @NotNull
        @Schema(
                description =
                        "One of NEEDS_HIGHER_LEVEL, NEEDS_LOWER_LEVEL, NO_CAPACITY, NOT_COVERED, OUT_OF_AREA, NEED_NOT_SERVED,"
                                + " PREFERS_OTHER_PROGRAM, OTHER")
        EndReason reason,

        @Schema(description = "Which program or person the referral went to") @Nullable @Faultless
        PrivateText referredTo) {}
