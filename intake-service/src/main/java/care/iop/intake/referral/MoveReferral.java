package care.iop.intake.referral;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Carries a referral one step further. */
@ApplicationScoped
class MoveReferral {

    private final Referrals referrals;
    private final ReferralEvents events;
    private final AccessAudit audit;
    private final Clock clock;

    MoveReferral(Referrals referrals, ReferralEvents events, AccessAudit audit, Clock clock) {
        this.referrals = referrals;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Does the step if the caller has seen the present version, and tells of it when the state has changed.
     *
     * @param step one of the referral's own verbs, with the present time
     */
    @Transactional
    Referral move(UUID id, @Nullable String ifMatch, BiConsumer<Referral, Instant> step) {
        var referral = referrals.require(id);
        IfMatch.require(ifMatch, referral.version());
        var before = referral.status();
        step.accept(referral, clock.instant());
        referrals.flush();
        if (referral.status() != before) {
            events.statusChanged(referral);
        }
        audit.wrote("Referral", id, referral.patientId());
        return referral;
    }
}
