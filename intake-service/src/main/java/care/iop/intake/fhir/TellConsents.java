package care.iop.intake.fhir;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.consent.DataClass;
import care.iop.chassis.fhir.FhirRecord;
import care.iop.chassis.fhir.SearchParameters;
import care.iop.chassis.fhir.Searchset;
import care.iop.chassis.fhir.ToldAs;
import care.iop.intake.consent.SignedConsent;
import care.iop.intake.consent.SignedConsents;
import care.iop.intake.patient.Patients;
import care.iop.intake.recipient.Recipient;
import care.iop.intake.recipient.Recipients;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells a machine of the consents that name it. Whoever may be told anything of a person may be told under which consent, so the
 * decision is about a part of the record that such a consent in force names.
 */
@ApplicationScoped
class TellConsents {

    static final String TYPE = "Consent";

    private final TellRecords records;
    private final SignedConsents consents;
    private final Patients patients;
    private final Recipients recipients;
    private final Caller caller;
    private final ZoneId zone;
    private final Clock clock;

    TellConsents(
            TellRecords records,
            SignedConsents consents,
            Patients patients,
            Recipients recipients,
            Caller caller,
            @ConfigProperty(name = "iop.consent.time-zone") ZoneId zone,
            Clock clock) {
        this.records = records;
        this.consents = consents;
        this.patients = patients;
        this.recipients = recipients;
        this.caller = caller;
        this.zone = zone;
        this.clock = clock;
    }

    Response read(String text, Request request) {
        var id = Optional.ofNullable(SearchParameters.uuid(text));
        var told = QuarkusTransaction.requiringNew()
                .call(() -> told(id.flatMap(this::find).map(SignedConsent::patientId)));
        return records.read(told, () -> id.flatMap(this::find).map(this::record), request);
    }

    Response search(ConsentSearch search, Searchset searchset) {
        var told = QuarkusTransaction.requiringNew()
                .call(() -> told(records.patient(search.common().patientId())
                        .map(named -> patients.survivorOf(named).id())));
        return records.search(
                told,
                () -> records.patient(search.common().patientId()),
                search.common().page(),
                patient -> search.pageOf(naming(patient.id()), zone, this::record),
                searchset);
    }

    private Optional<Recipient> recipient() {
        return recipients.machine(caller.subject());
    }

    private Optional<SignedConsent> find(UUID id) {
        return recipient().flatMap(its -> consents.find(id, its.id(), its.classes()));
    }

    private List<SignedConsent> naming(UUID patientId) {
        return recipient()
                .map(its -> consents.of(patientId, its.id(), its.classes()))
                .orElse(List.of());
    }

    private FhirRecord record(SignedConsent consent) {
        var name = recipient().map(its -> its.name().value()).orElse("");
        return ConsentMapping.record(consent, name, clock.instant());
    }

    /** As what a person's consents are told: by a part of the record that one in force names. */
    private ToldAs told(Optional<UUID> patientId) {
        var now = clock.instant();
        return ToldAs.of(
                TYPE,
                patientId.map(this::naming).orElse(List.of()).stream()
                        .filter(consent -> consent.isInForce(now))
                        .flatMap(consent -> consent.dataClasses().stream())
                        .min(DataClass::compareTo)
                        .orElse(DataClass.DEMOGRAPHICS));
    }
}
