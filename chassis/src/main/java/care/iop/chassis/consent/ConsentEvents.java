package care.iop.chassis.consent;

import care.iop.chassis.inbox.EventListener;
import care.iop.chassis.inbox.IncomingEvent;
import care.iop.chassis.inbox.PoisonEventException;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps the service's own copy of what decides on disclosures. */
@ApplicationScoped
@IfBuildProperty(name = "iop.consent-copy.enabled", stringValue = "true")
class ConsentEvents implements EventListener {

    private static final String PREFIX = "care.iop.intake.";

    private final ConsentCopy copy;
    private final String topic;

    ConsentEvents(ConsentCopy copy, @ConfigProperty(name = "iop.consent-copy.topic") String topic) {
        this.copy = copy;
        this.topic = topic;
    }

    @Override
    public Set<String> topics() {
        return Set.of(topic);
    }

    @Override
    public Set<String> topicsToKeepUpWith() {
        return topics();
    }

    @Override
    public void on(IncomingEvent event) {
        switch (event.type()) {
            case PREFIX + "consent-changed.v1" -> {
                var consent = event.data(CopiedConsent.class);
                requireSubject(event, consent.consentId());
                copy.follow(consent, event.version());
            }
            case PREFIX + "restriction-changed.v1" -> {
                var restriction = event.data(CopiedRestriction.class);
                requireSubject(event, restriction.restrictionId());
                copy.follow(restriction, event.version());
            }
            case PREFIX + "treating-relationship-changed.v1" -> {
                var relationship = event.data(CopiedRelationship.class);
                requireSubject(event, relationship.relationshipId());
                copy.follow(relationship, event.version());
            }
            case PREFIX + "recipient-changed.v1" -> {
                var recipient = event.data(CopiedRecipient.class);
                requireSubject(event, recipient.recipientId());
                copy.follow(recipient, event.version());
            }
            default -> {
                // What else is told of consents decides nothing here.
            }
        }
    }

    private static void requireSubject(IncomingEvent event, UUID id) {
        if (!id.equals(event.subject())) {
            throw new PoisonEventException("the subject is not what the event tells of");
        }
    }
}
