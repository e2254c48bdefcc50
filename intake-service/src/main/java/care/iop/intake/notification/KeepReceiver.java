package care.iop.intake.notification;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.http.IfMatch;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.recipient.Recipient;
import care.iop.intake.recipient.Recipients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Registers receivers and changes them. */
@ApplicationScoped
class KeepReceiver {

    private final NotificationReceivers receivers;
    private final KnownReceivers known;
    private final Recipients recipients;
    private final PublicAddresses addresses;
    private final SignNotification sign;
    private final NotificationSettings settings;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    KeepReceiver(
            NotificationReceivers receivers,
            KnownReceivers known,
            Recipients recipients,
            PublicAddresses addresses,
            SignNotification sign,
            NotificationSettings settings,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.receivers = receivers;
        this.known = known;
        this.recipients = recipients;
        this.addresses = addresses;
        this.sign = sign;
        this.settings = settings;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    NotificationReceiver register(NotificationReceiverRequest request) {
        var address = address(request.address());
        if (recipients
                .findByIdOptional(request.recipientId())
                .filter(Recipient::hasMachine)
                .isEmpty()) {
            throw ProblemException.invalid("/recipientId", "must be a registered recipient with a clientSubject");
        }
        var receiver =
                new NotificationReceiver(ids.next(), request.recipientId(), address, request.topics(), clock.instant());
        receivers.persistAndFlush(receiver);
        // Nothing could be signed for it without a key: it is refused then.
        sign.requireSetUp();
        known.forget(caller.organization());
        return receiver;
    }

    @Transactional
    NotificationReceiver change(UUID id, @Nullable String ifMatch, NotificationReceiverRequest request) {
        var receiver = receivers.requireLocked(id);
        IfMatch.require(ifMatch, receiver.version());
        if (!request.recipientId().equals(receiver.recipientId())) {
            throw ProblemException.invalid("/recipientId", "can't be changed; register another receiver");
        }
        receiver.change(address(request.address()), request.topics(), request.paused(), clock.instant());
        receivers.flush();
        return receiver;
    }

    /** The key of a receiver; with another one from now on. */
    @Transactional
    ReceiverKeyView renewKey(UUID id) {
        var receiver = receivers.requireLocked(id);
        receiver.renewKey();
        return key(receiver);
    }

    ReceiverKeyView key(NotificationReceiver receiver) {
        return new ReceiverKeyView(
                receiver.id(), sign.key(caller.organization(), receiver.id(), receiver.keyVersion()));
    }

    private ReceiverAddress address(String text) {
        try {
            var address = ReceiverAddress.of(text, settings.privateReceiversAllowed());
            addresses.find(address.host());
            return address;
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("/address", String.valueOf(e.getMessage()));
        }
    }
}
