package care.iop.intake.referral;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of referrals. */
record ReferralList(@Schema(required = true) List<ReferralSummary> items) {

    static ReferralList of(List<Referral> referrals) {
        return new ReferralList(referrals.stream().map(Referral::summary).toList());
    }
}
