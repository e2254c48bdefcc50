package care.iop.intake.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a referral, for who sent it.
 *
 * @param endReason why it ended; null unless it ended without an admission
 */
public record ReferralOutcome(
        ReferralStatus status, @Nullable String endReason, Instant receivedAt, Instant statusChangedAt) {}
