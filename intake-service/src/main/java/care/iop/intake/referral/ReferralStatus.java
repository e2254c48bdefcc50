package care.iop.intake.referral;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a referral stands.
 *
 * <pre>
 *  RECEIVED ──► ACKNOWLEDGED ──► SCREENING ──► PLACED ──► WAITLISTED
 *      │              │              │           │ └──────────┴─────► ADMITTED
 *      └──────────────┴──────────────┴───────────┴────────────┴─────► REFERRED_ELSEWHERE | WITHDRAWN | LOST
 * </pre>
 */
public enum ReferralStatus {
    RECEIVED,
    ACKNOWLEDGED,
    SCREENING,
    PLACED,
    WAITLISTED,
    ADMITTED,
    REFERRED_ELSEWHERE,
    WITHDRAWN,
    LOST;

    /** The states that may follow this one; none for a closed referral. */
    public Set<ReferralStatus> next() {
        return switch (this) {
            case RECEIVED -> EnumSet.of(ACKNOWLEDGED, REFERRED_ELSEWHERE, WITHDRAWN, LOST);
            case ACKNOWLEDGED -> EnumSet.of(SCREENING, REFERRED_ELSEWHERE, WITHDRAWN, LOST);
            case SCREENING -> EnumSet.of(PLACED, REFERRED_ELSEWHERE, WITHDRAWN, LOST);
            case PLACED -> EnumSet.of(WAITLISTED, ADMITTED, REFERRED_ELSEWHERE, WITHDRAWN, LOST);
            case WAITLISTED -> EnumSet.of(ADMITTED, REFERRED_ELSEWHERE, WITHDRAWN, LOST);
            case ADMITTED, REFERRED_ELSEWHERE, WITHDRAWN, LOST -> EnumSet.noneOf(ReferralStatus.class);
        };
    }

    /** Whether nothing more happens to a referral in this state. */
    public boolean isClosed() {
        return next().isEmpty();
    }

    /** What can be done with a referral in this state, for somebody who tried something else. */
    String advice() {
        return switch (this) {
            case RECEIVED -> "Acknowledge it, or close it as referred elsewhere, withdrawn or lost.";
            case ACKNOWLEDGED -> "Start its screening, or close it as referred elsewhere, withdrawn or lost.";
            case SCREENING ->
                "Have a clinician place the person, or close it as referred elsewhere, withdrawn or lost.";
            case PLACED ->
                "Admit the patient, put them on the waitlist, or close it as referred elsewhere, withdrawn or lost.";
            case WAITLISTED -> "Admit the patient, or close it as referred elsewhere, withdrawn or lost.";
            case ADMITTED -> "It is closed: look at the patient's admission.";
            case REFERRED_ELSEWHERE, WITHDRAWN, LOST -> "It is closed: record a new referral.";
        };
    }
}
