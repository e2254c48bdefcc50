package care.iop.intake.fhir;

import care.iop.chassis.fhir.FhirR4;
import care.iop.chassis.id.Ids;
import care.iop.intake.notification.Notification;
import care.iop.intake.notification.NotificationReceiver;
import care.iop.intake.notification.NotificationWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/**
 * What receivers are sent, as the Subscriptions R5 Backport guide 1.1.0 has it for R4 with the payload {@code id-only}: a Bundle of
 * type history whose first entry says where the subscription stands. The guide's profiles are not claimed: nothing here checks them.
 */
@ApplicationScoped
class NotificationMapping implements NotificationWriter {

    private final FhirR4 fhir;
    private final Ids ids;
    private final Clock clock;

    NotificationMapping(FhirR4 fhir, Ids ids, Clock clock) {
        this.fhir = fhir;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String mediaType() {
        return FhirR4.JSON;
    }

    @Override
    public String handshake(NotificationReceiver receiver) {
        return fhir.write(bundle(status(receiver, "handshake", List.of())));
    }

    @Override
    public String changes(NotificationReceiver receiver, List<Notification.Told> told) {
        return fhir.write(bundle(status(receiver, "event-notification", told)));
    }

    /** What a receiver has asked for. */
    Bundle asked(NotificationReceiver receiver, List<Notification.Told> told) {
        return bundle(status(receiver, "query-event", told));
    }

    private Bundle bundle(Parameters status) {
        var bundle = new Bundle();
        bundle.setId(ids.next().toString());
        bundle.setType(BundleType.HISTORY);
        bundle.setTimestamp(Date.from(clock.instant()));
        var subscription = ((Reference) status.getParameter().get(0).getValue()).getReference();
        var entry = bundle.addEntry();
        entry.setFullUrl("urn:uuid:" + status.getIdElement().getIdPart()).setResource(status);
        entry.getRequest().setMethod(HTTPVerb.GET).setUrl(subscription + "/$status");
        entry.getResponse().setStatus("200");
        return bundle;
    }

    private Parameters status(NotificationReceiver receiver, String kind, List<Notification.Told> told) {
        var status = new Parameters();
        status.setId(ids.next().toString());
        add(status, "subscription").setValue(new Reference("Subscription/" + receiver.id()));
        if (!told.isEmpty()) {
            add(status, "topic").setValue(new CanonicalType(told.get(0).topic().canonical()));
        }
        add(status, "status")
                .setValue(new CodeType(SubscriptionMapping.status(receiver).toCode()));
        add(status, "type").setValue(new CodeType(kind));
        add(status, "events-since-subscription-start").setValue(new StringType(Long.toString(receiver.lastNumber())));
        told.forEach(one -> event(add(status, "notification-event"), one));
        return status;
    }

    private static ParametersParameterComponent add(Parameters status, String name) {
        return status.addParameter().setName(name);
    }

    private static void event(ParametersParameterComponent event, Notification.Told told) {
        event.addPart().setName("event-number").setValue(new StringType(Long.toString(told.number())));
        event.addPart().setName("timestamp").setValue(new InstantType(Date.from(told.occurredAt())));
        event.addPart().setName("focus").setValue(new Reference(told.topic().type() + "/" + told.focusId()));
    }
}
