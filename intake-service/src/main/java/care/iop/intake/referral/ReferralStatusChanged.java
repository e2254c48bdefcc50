package care.iop.intake.referral;

import care.iop.intake.patient.AboutPatient;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A referral has moved to another state.
 *
 * @param endReason present when the state is REFERRED_ELSEWHERE, WITHDRAWN or LOST
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReferralStatusChanged(
        UUID referralId,
        UUID patientId,
        ReferralStatus status,
        ReferralSource source,
        Urgency urgency,
        Instant occurredAt,
        @Nullable EndReason endReason)
        implements AboutPatient {

    static final String TYPE = "care.iop.intake.referral-status-changed.v1";
}
