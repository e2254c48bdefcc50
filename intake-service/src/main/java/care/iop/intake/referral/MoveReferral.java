package care.iop.intake.referral;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.IfMatch;
import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.level.ServedLevels;
import care.iop.intake.referral.Referral.PlacedLevel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Carries a referral one step further. */
@ApplicationScoped
public class MoveReferral {

    private final Referrals referrals;
    private final ServedLevels servedLevels;
    private final ReferralEvents events;
    private final AccessAudit audit;
    private final Clock clock;

    MoveReferral(
            Referrals referrals, ServedLevels servedLevels, ReferralEvents events, AccessAudit audit, Clock clock) {
        this.referrals = referrals;
        this.servedLevels = servedLevels;
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
        tell(referral, before);
        audit.wrote("Referral", id, referral.patientId());
        return referral;
    }

    /** Puts the person on the waitlist, as {@link #move} does. */
    @Transactional
    public Referral waitlist(UUID id, @Nullable String ifMatch) {
        return move(id, ifMatch, (referral, at) -> referral.waitlist(servedLevels, at));
    }

    /** Takes over a clinician's decision, in the transaction that records it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void place(Referral referral, PlacedLevel level, Instant at) {
        var before = referral.status();
        referral.place(level, at);
        tell(referral, before);
    }

    private void tell(Referral referral, ReferralStatus before) {
        try {
            referrals.flush();
        } catch (OptimisticLockException e) {
            throw new ProblemException(
                    CommonProblem.CONFLICT,
                    "Somebody else changed the referral at the same moment. Read it again and repeat.");
        }
        if (referral.status() != before) {
            events.statusChanged(referral);
        }
    }
}
