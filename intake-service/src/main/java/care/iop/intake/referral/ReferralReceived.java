package care.iop.intake.referral;

import care.iop.intake.patient.AboutPatient;
import java.time.Instant;
import java.util.UUID;

/** A referral has arrived. */
record ReferralReceived(
        UUID referralId,
        UUID patientId,
        ReferralStatus status,
        ReferralSource source,
        Urgency urgency,
        Instant occurredAt)
        implements AboutPatient {

    static final String TYPE = "care.iop.intake.referral-received.v1";
}
