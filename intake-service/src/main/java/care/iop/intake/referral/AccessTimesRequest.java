package care.iop.intake.referral;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The times that staff know and the software can't. */
@Schema(
        examples =
                "{\"firstContactAt\": \"2026-09-01T13:00:00Z\", \"firstOfferedAt\": \"2026-09-02T15:00:00Z\", \"firstServiceAt\": \"2026-09-02T15:05:00Z\"}")
record AccessTimesRequest(
        @NotNull @Schema(description = "At most a year before the referral arrived, and not after")
        Instant firstContactAt,

        @Schema(description = "Not before the first contact, at most 90 days ahead") @Nullable
        Instant firstOfferedAt,

        @Schema(description = "Not before the first contact, not in the future") @Nullable
        Instant firstServiceAt) {}
