package care.iop.intake.referral;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of referrals. */
record ReferralList(@Schema(required = true) List<ReferralSummary> items) {

    static ReferralList of(List<Referral> referrals, AccessTargets targets, Instant now) {
        return new ReferralList(referrals.stream()
                .map(referral -> referral.summary(targets, now))
                .toList());
    }
}
