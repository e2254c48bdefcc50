package care.iop.intake.referral;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a referral stands.
 *
 * <pre>
 *  RECEIVED ──► SCREENING ──► ACCEPTED ──► ADMITTED
 *      └────────────┴─────────────┴──────► DECLINED
 * </pre>
 */
public enum ReferralStatus {
    RECEIVED,
    SCREENING,
    ACCEPTED,
    DECLINED,
    ADMITTED;

    /** The states that may follow this one; none for a closed referral. */
    public Set<ReferralStatus> next() {
        return switch (this) {
            case RECEIVED -> EnumSet.of(SCREENING, DECLINED);
            case SCREENING -> EnumSet.of(ACCEPTED, DECLINED);
            case ACCEPTED -> EnumSet.of(ADMITTED, DECLINED);
            case DECLINED, ADMITTED -> EnumSet.noneOf(ReferralStatus.class);
        };
    }

    /** What can be done with a referral in this state, for somebody who tried something else. */
    String advice() {
        return switch (this) {
            case RECEIVED -> "Start its screening, or decline it.";
            case SCREENING -> "Record a placement and accept it, or decline it.";
            case ACCEPTED -> "Admit the patient, or decline it.";
            case DECLINED -> "It is closed: record a new referral.";
            case ADMITTED -> "It is closed: look at the patient's admission.";
        };
    }
}
