package care.iop.intake.notification;

import care.iop.intake.disclosure.Disclose;
import care.iop.intake.patient.Patients;
import care.iop.intake.recipient.Recipients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Keeps that something has happened for every receiver that may be told of it. */
@ApplicationScoped
class KeepForReceivers {

    private final KnownReceivers known;
    private final NotificationReceivers receivers;
    private final Notifications notifications;
    private final Recipients recipients;
    private final Patients patients;
    private final Disclose disclose;

    KeepForReceivers(
            KnownReceivers known,
            NotificationReceivers receivers,
            Notifications notifications,
            Recipients recipients,
            Patients patients,
            Disclose disclose) {
        this.known = known;
        this.receivers = receivers;
        this.notifications = notifications;
        this.recipients = recipients;
        this.patients = patients;
        this.disclose = disclose;
    }

    /** Keeps it in the caller's transaction; what happened before a receiver was registered is none of its business. */
    @Transactional(TxType.MANDATORY)
    void keep(String organization, NotificationTopic topic, UUID focusId, UUID patientId, Instant occurredAt) {
        if (!known.anyIn(organization)) {
            return;
        }
        var patient = patients.standingFor(patientId);
        for (var receiver : receivers.all()) {
            if (receiver.topics().contains(topic)
                    && !occurredAt.isBefore(receiver.registeredAt())
                    && patient.filter(person -> permits(receiver, person, topic))
                            .isPresent()) {
                notifications.persist(new Notification(receiver.id(), topic, focusId, patientId, occurredAt));
            }
        }
    }

    private boolean permits(NotificationReceiver receiver, UUID patientId, NotificationTopic topic) {
        return Optional.ofNullable(recipients.findById(receiver.recipientId()))
                .filter(recipient -> disclose.permits(patientId, recipient, topic.dataClass()))
                .isPresent();
    }
}
