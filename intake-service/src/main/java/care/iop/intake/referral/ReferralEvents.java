package care.iop.intake.referral;

import care.iop.chassis.outbox.Outbox;
import care.iop.chassis.outbox.OutgoingEvent;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the rest of the suite about referrals. */
@ApplicationScoped
public class ReferralEvents {

    private static final String TOPIC = "intake.referral.v1";

    private final Outbox outbox;

    ReferralEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void received(Referral referral) {
        outbox.add(new OutgoingEvent(
                TOPIC, ReferralReceived.TYPE, referral.id(), referral.version(), referral.received()));
    }

    /** Tells the new state of a referral that was already flushed, so that its version is the one to be committed. */
    public void statusChanged(Referral referral) {
        outbox.add(new OutgoingEvent(
                TOPIC, ReferralStatusChanged.TYPE, referral.id(), referral.version(), referral.statusChanged()));
    }
}
