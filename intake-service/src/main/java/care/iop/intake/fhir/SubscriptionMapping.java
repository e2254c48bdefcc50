package care.iop.intake.fhir;

import care.iop.chassis.fhir.FhirR4;
import care.iop.intake.notification.NotificationReceiver;
import care.iop.intake.notification.NotificationTopic;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;

/** A receiver as a Subscription of FHIR R4, for its own machine. Where it is told and with which key is not repeated. */
final class SubscriptionMapping {

    private static final String PAYLOAD =
            "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-payload-content";

    private SubscriptionMapping() {}

    static Subscription subscription(NotificationReceiver receiver) {
        var subscription = new Subscription();
        subscription.setId(receiver.id().toString());
        subscription.setStatus(status(receiver));
        subscription.setReason("Told that something has changed, by identifier alone");
        subscription.setCriteria(String.join(
                ",",
                receiver.topics().stream()
                        .sorted()
                        .map(NotificationTopic::canonical)
                        .toList()));
        var channel = subscription.getChannel();
        channel.setType(SubscriptionChannelType.RESTHOOK);
        channel.setPayload(FhirR4.JSON);
        channel.getPayloadElement().addExtension(PAYLOAD, new CodeType("id-only"));
        return subscription;
    }

    static SubscriptionStatus status(NotificationReceiver receiver) {
        return switch (receiver.status()) {
            case REQUESTED -> SubscriptionStatus.REQUESTED;
            case ACTIVE -> SubscriptionStatus.ACTIVE;
            case PAUSED -> SubscriptionStatus.OFF;
            case OFF -> SubscriptionStatus.ERROR;
        };
    }
}
