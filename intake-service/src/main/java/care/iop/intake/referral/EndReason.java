package care.iop.intake.referral;

import static care.iop.intake.referral.ReferralStatus.LOST;
import static care.iop.intake.referral.ReferralStatus.REFERRED_ELSEWHERE;
import static care.iop.intake.referral.ReferralStatus.WITHDRAWN;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Why a referral ended without an admission, as far as statistics and the sender need to know. */
public enum EndReason {
    NEEDS_HIGHER_LEVEL(REFERRED_ELSEWHERE),
    NEEDS_LOWER_LEVEL(REFERRED_ELSEWHERE),
    NO_CAPACITY(REFERRED_ELSEWHERE),
    NOT_COVERED(REFERRED_ELSEWHERE),
    OUT_OF_AREA(REFERRED_ELSEWHERE),
    /** A language, a track or an accommodation that the program hasn't got. */
    NEED_NOT_SERVED(REFERRED_ELSEWHERE),
    PREFERS_OTHER_PROGRAM(REFERRED_ELSEWHERE),

    PERSON_DECLINED(WITHDRAWN),
    SENDER_WITHDREW(WITHDRAWN),
    DUPLICATE(WITHDRAWN),
    ENTERED_IN_ERROR(WITHDRAWN),

    NO_CONTACT(LOST),
    MISSED_APPOINTMENTS(LOST),
    MOVED_AWAY(LOST),
    INCARCERATED(LOST),
    DIED(LOST),

    OTHER(REFERRED_ELSEWHERE, WITHDRAWN, LOST);

    @SuppressWarnings("ImmutableEnumChecker") // Set.of gives an unmodifiable one
    private final Set<ReferralStatus> ends;

    EndReason(ReferralStatus... ends) {
        this.ends = Set.of(ends);
    }

    /** The reasons that a referral can end in this state for. */
    static List<EndReason> of(ReferralStatus end) {
        return Arrays.stream(values()).filter(reason -> reason.explains(end)).toList();
    }

    boolean explains(ReferralStatus end) {
        return ends.contains(end);
    }
}
