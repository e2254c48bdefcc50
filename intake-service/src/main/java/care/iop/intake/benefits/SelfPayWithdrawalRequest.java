package care.iop.intake.benefits;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That an agreement to pay no longer holds. */
@Schema(examples = "{\"withdrawnOn\": \"2026-12-01\"}")
record SelfPayWithdrawalRequest(
        @Schema(
                description = "The first day without the agreement: not before it was made, and not in the future",
                examples = "2026-12-01")
        @NotNull
        LocalDate withdrawnOn) {}
