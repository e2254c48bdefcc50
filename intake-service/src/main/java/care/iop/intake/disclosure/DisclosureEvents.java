package care.iop.intake.disclosure;

import care.iop.chassis.consent.DisclosureRefused;
import care.iop.chassis.consent.InformationDisclosed;
import care.iop.chassis.inbox.EventListener;
import care.iop.chassis.inbox.IncomingEvent;
import care.iop.chassis.inbox.PoisonEventException;
import care.iop.intake.person.PrivateText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Hears what the other services told machines, and what they refused them: the account of a person is one. */
@ApplicationScoped
class DisclosureEvents implements EventListener {

    private final Disclosures disclosures;
    private final RefusedDisclosures refusals;

    DisclosureEvents(Disclosures disclosures, RefusedDisclosures refusals) {
        this.disclosures = disclosures;
        this.refusals = refusals;
    }

    @Override
    public Set<String> topics() {
        return Set.of("scheduling.disclosure.v1", "progress.disclosure.v1");
    }

    @Override
    public void on(IncomingEvent event) {
        if (event.type().endsWith(".information-disclosed.v1")) {
            var disclosed = event.data(InformationDisclosed.class);
            requireSubject(event, disclosed.disclosureId());
            disclosures.persist(row(disclosed));
        } else if (event.type().endsWith(".disclosure-refused.v1")) {
            var refused = event.data(DisclosureRefused.class);
            requireSubject(event, refused.refusalId());
            refusals.add(refused);
        }
    }

    private static Disclosure row(InformationDisclosed disclosed) {
        var what = disclosed.count() + " × " + disclosed.resource() + " (FHIR)";
        return new Disclosure(
                disclosed.disclosureId(),
                disclosed.patientId(),
                disclosed.recipientId(),
                new Disclosure.Told(
                        disclosed.dataClasses(),
                        new PrivateText(what),
                        disclosed.purpose(),
                        disclosed.consentIds(),
                        null),
                new Disclosure.Made(
                        disclosed.occurredAt(),
                        Disclosure.Channel.API,
                        disclosed.noticeVersion(),
                        disclosed.disclosedTo(),
                        disclosed.requestId()));
    }

    private static void requireSubject(IncomingEvent event, UUID id) {
        if (!id.equals(event.subject())) {
            throw new PoisonEventException("the subject is not what the event tells of");
        }
    }
}
