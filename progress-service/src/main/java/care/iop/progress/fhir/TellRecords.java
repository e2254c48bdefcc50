package care.iop.progress.fhir;

import care.iop.chassis.consent.MachineDisclosures;
import care.iop.chassis.consent.Notice;
import care.iop.chassis.fhir.FhirR4;
import care.iop.chassis.fhir.FhirRecord;
import care.iop.chassis.fhir.Searchset;
import care.iop.chassis.fhir.ToldAs;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.episode.Episodes;
import care.iop.progress.patient.CurrentPatient;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tells machines what is on record of a person. Whoever no consent covers reads as absent; a refusal is kept by the commit, and
 * only then it reads so.
 */
@ApplicationScoped
class TellRecords {

    private final Episodes episodes;
    private final CurrentPatient patients;
    private final MachineDisclosures disclosures;
    private final FhirR4 fhir;

    TellRecords(Episodes episodes, CurrentPatient patients, MachineDisclosures disclosures, FhirR4 fhir) {
        this.episodes = episodes;
        this.patients = patients;
        this.disclosures = disclosures;
        this.fhir = fhir;
    }

    /** What was found by an identifier; 404 when it was nothing, and when it may not be told. */
    Response read(ToldAs told, Supplier<Optional<FhirRecord>> find, Request request) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    var found = find.get();
                    return tell(told, found.map(FhirRecord::personId), 1)
                            .flatMap(notice -> found.map(one -> answer(told, one, notice, request)));
                })
                .orElseThrow(() -> ProblemException.notFound(told.type()));
    }

    private Response answer(ToldAs told, FhirRecord found, Notice notice, Request request) {
        var tag = new EntityTag(found.version(), true);
        var unchanged = request.evaluatePreconditions(tag);
        var response = unchanged != null ? unchanged : Response.ok(fhir.write(found.resource(told, notice)));
        return response.tag(tag).lastModified(Date.from(found.changedAt())).build();
    }

    /**
     * One page of what is on record of a person.
     *
     * @param find gives the rows of the page, and one more when there is another page; for whoever is unknown the same is asked
     */
    Response search(
            ToldAs told, UUID patientId, PageRequest page, Function<UUID, List<FhirRecord>> find, Searchset searchset) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var patient = patients.of(patientId);
            var found = find.apply(patient);
            var shown = found.subList(0, Math.min(found.size(), page.limit()));
            tell(told, Optional.of(patient).filter(episodes::hasPatient), shown.size())
                    .ifPresent(notice -> {
                        for (var one : shown) {
                            searchset.match(told.type(), one.id(), one.resource(told, notice));
                        }
                        if (found.size() > shown.size()) {
                            searchset.next(PageRequest.cursor(
                                    shown.get(shown.size() - 1).cursor()));
                        }
                    });
            return Response.ok(fhir.write(searchset.bundle())).build();
        });
    }

    private Optional<Notice> tell(ToldAs told, Optional<UUID> patientId, int count) {
        return disclosures.tell(
                patientId.map(patients::identifiersOf).orElse(List.of()), told.dataClass(), told.type(), count);
    }
}
