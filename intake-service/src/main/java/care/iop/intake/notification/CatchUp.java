package care.iop.intake.notification;

import care.iop.chassis.caller.Caller;
import care.iop.intake.recipient.Recipients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells a machine of its own receivers, and what they have missed. */
@ApplicationScoped
public class CatchUp {

    private final NotificationReceivers receivers;
    private final TellReceiver tellReceiver;
    private final Recipients recipients;
    private final Caller caller;

    CatchUp(NotificationReceivers receivers, TellReceiver tellReceiver, Recipients recipients, Caller caller) {
        this.receivers = receivers;
        this.tellReceiver = tellReceiver;
        this.recipients = recipients;
        this.caller = caller;
    }

    /** The receiver, when it is the calling machine's own. */
    @Transactional(TxType.MANDATORY)
    public Optional<NotificationReceiver> own(UUID receiverId) {
        return recipients.machine(caller.subject()).flatMap(recipient -> receivers
                .locked(receiverId)
                .filter(receiver -> receiver.recipientId().equals(recipient.id())));
    }

    /** What has changed, by number, from the first to the last, both included; the oldest first, so many at most. */
    @Transactional(TxType.MANDATORY)
    public List<Notification.Told> between(NotificationReceiver receiver, long from, long to, int most) {
        return tellReceiver.asked(receiver, from, to, most);
    }
}
