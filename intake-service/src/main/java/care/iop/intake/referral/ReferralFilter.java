package care.iop.intake.referral;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which referrals are wanted; what is null does not narrow.
 *
 * @param receivedFrom the earliest arrival, included
 * @param receivedBefore the latest arrival, excluded
 * @param overdue what is past due and has not happened
 */
record ReferralFilter(
        @Nullable ReferralStatus status,
        @Nullable UUID patientId,
        @Nullable Instant receivedFrom,
        @Nullable Instant receivedBefore,
        @Nullable Overdue overdue) {}
