package care.iop.intake.referral;

import java.time.Instant;
import java.util.UUID;

/** A referral has arrived. */
record ReferralReceived(
        UUID referralId,
        UUID patientId,
        ReferralStatus status,
        ReferralSource source,
        Urgency urgency,
        Instant occurredAt) {

    static final String TYPE = "care.iop.intake.referral-received.v1";
}
