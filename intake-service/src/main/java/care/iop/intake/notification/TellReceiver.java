package care.iop.intake.notification;

import care.iop.intake.disclosure.Disclose;
import care.iop.intake.patient.Patients;
import care.iop.intake.recipient.Recipient;
import care.iop.intake.recipient.Recipients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a receiver is told next, and notes what became of it. Each is looked at once more when it is to be told: what no
 * consent covers any more is withdrawn. When it is given its number it is accounted for, like everything that is told.
 */
@ApplicationScoped
class TellReceiver {

    private final NotificationReceivers receivers;
    private final Notifications notifications;
    private final Recipients recipients;
    private final Patients patients;
    private final Disclose disclose;
    private final NotificationWriter writer;
    private final NotificationSettings settings;
    private final Clock clock;

    TellReceiver(
            NotificationReceivers receivers,
            Notifications notifications,
            Recipients recipients,
            Patients patients,
            Disclose disclose,
            NotificationWriter writer,
            NotificationSettings settings,
            Clock clock) {
        this.receivers = receivers;
        this.notifications = notifications;
        this.recipients = recipients;
        this.patients = patients;
        this.disclose = disclose;
        this.writer = writer;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A message for a receiver.
     *
     * @param id the same for every attempt
     * @param number null for a handshake
     */
    record Message(
            UUID receiverId,
            String address,
            int keyVersion,
            String id,
            @Nullable Long number,
            String body) {}

    /** The receiver's next message, which nobody else sends before the lease has run out; empty when there is none. */
    @Transactional(TxType.MANDATORY)
    Optional<Message> next(UUID receiverId) {
        var now = clock.instant();
        var due = receivers.locked(receiverId).filter(receiver -> receiver.isDue(now));
        if (due.isEmpty()) {
            return Optional.empty();
        }
        var receiver = due.get();
        if (receiver.status() == ReceiverStatus.REQUESTED) {
            receiver.lease(now);
            return Optional.of(message(receiver, receiver.id() + ".handshake", null, writer.handshake(receiver)));
        }
        for (var next = notifications.nextFor(receiverId); next.isPresent(); next = notifications.nextFor(receiverId)) {
            if (mayBeTold(receiver, next.get())) {
                receiver.lease(now);
                var told = next.get().told();
                var id = receiver.id() + "." + told.number();
                return Optional.of(message(receiver, id, told.number(), writer.changes(receiver, List.of(told))));
            }
            notifications.flush();
        }
        return Optional.empty();
    }

    private static Message message(NotificationReceiver receiver, String id, @Nullable Long number, String body) {
        return new Message(receiver.id(), receiver.address(), receiver.keyVersion(), id, number, body);
    }

    /** Numbers it and accounts for it the first time; withdraws it when it may not be told. */
    private boolean mayBeTold(NotificationReceiver receiver, Notification notification) {
        var patient = patients.standingFor(notification.personId());
        var machine = machineOf(receiver);
        var allowed = notification.isNumbered()
                ? machine.filter(recipient -> permits(recipient, notification)).isPresent()
                : patient.flatMap(person -> machine.flatMap(recipient -> disclose.unasked(
                                person,
                                recipient,
                                notification.topic().dataClass(),
                                "Notification of " + notification.topic().type() + ", by identifier alone")))
                        .isPresent();
        if (!allowed) {
            notification.withdraw();
        } else if (!notification.isNumbered()) {
            notification.number(receiver.nextNumber());
        }
        return allowed;
    }

    private boolean permits(Recipient recipient, Notification notification) {
        return patients.standingFor(notification.personId())
                .filter(person ->
                        disclose.permits(person, recipient, notification.topic().dataClass()))
                .isPresent();
    }

    private Optional<Recipient> machineOf(NotificationReceiver receiver) {
        return recipients.findByIdOptional(receiver.recipientId());
    }

    /** The receiver has taken a message. */
    @Transactional(TxType.MANDATORY)
    void took(Message message) {
        receivers.locked(message.receiverId()).ifPresent(receiver -> receiver.took(clock.instant()));
        delivered(message);
    }

    private void delivered(Message message) {
        if (message.number() != null) {
            notifications
                    .find("receiverId = ?1 and number = ?2", message.receiverId(), message.number())
                    .firstResultOptional()
                    .ifPresent(Notification::delivered);
        }
    }

    /** The receiver has not taken a message. */
    @Transactional(TxType.MANDATORY)
    void failed(Message message, String reason) {
        receivers
                .locked(message.receiverId())
                .ifPresent(receiver ->
                        receiver.failed(reason, clock.instant(), settings.longestPause(), settings.giveUpAfter()));
    }

    /** The receiver is gone for good, as it says itself. */
    @Transactional(TxType.MANDATORY)
    void gone(Message message) {
        receivers.locked(message.receiverId()).ifPresent(receiver -> receiver.switchOff("answered 410 Gone"));
    }

    /**
     * What a receiver asks for by number, which counts as told. What it has not been told yet gets its number now.
     *
     * @param from the first number
     * @param to the last one
     */
    @Transactional(TxType.MANDATORY)
    List<Notification.Told> asked(NotificationReceiver receiver, long from, long to, int most) {
        for (var waiting : notifications.unnumbered(receiver.id(), most)) {
            mayBeTold(receiver, waiting);
        }
        notifications.flush();
        var told = new ArrayList<Notification.Told>();
        for (var notification : notifications.numbered(receiver.id(), from, to, most)) {
            if (machineOf(receiver)
                    .filter(recipient -> permits(recipient, notification))
                    .isPresent()) {
                notification.delivered();
                told.add(notification.told());
            } else {
                notification.withdraw();
            }
        }
        return told;
    }

    /** Forgets what happened so long ago that nobody asks for it any more. */
    @Transactional(TxType.MANDATORY)
    void forgetOld(Duration keptFor) {
        notifications.delete("occurredAt < ?1", clock.instant().minus(keptFor));
    }
}
