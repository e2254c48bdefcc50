package care.iop.intake.fhir;

import care.iop.chassis.consent.Notice;
import care.iop.chassis.fhir.FhirRecord;
import care.iop.chassis.fhir.RecordAnswers;
import care.iop.chassis.fhir.Searchset;
import care.iop.chassis.fhir.ToldAs;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.disclosure.Disclose;
import care.iop.intake.disclosure.DisclosedUnder;
import care.iop.intake.patient.Patient;
import care.iop.intake.patient.Patients;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
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

    private final Patients patients;
    private final Disclose disclose;
    private final RecordAnswers answers;

    TellRecords(Patients patients, Disclose disclose, RecordAnswers answers) {
        this.patients = patients;
        this.disclose = disclose;
        this.answers = answers;
    }

    /** What was found by an identifier; 404 when it was nothing, and when it may not be told. */
    Response read(ToldAs told, Supplier<Optional<FhirRecord>> find, Request request) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    var found = find.get();
                    return tell(told, found.map(FhirRecord::personId), 1)
                            .flatMap(notice -> found.map(one -> answers.one(told, one, notice, request)));
                })
                .orElseThrow(() -> ProblemException.notFound(told.type()));
    }

    /**
     * One page of what is on record of a person.
     *
     * @param named whom the search is about; empty when nobody is known so
     * @param find gives the rows of the page, and one more when there is another page
     */
    Response search(
            ToldAs told,
            Supplier<Optional<Patient>> named,
            PageRequest page,
            Function<Patient, List<FhirRecord>> find,
            Searchset searchset) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var patient = named.get().map(patients::survivorOf);
            var found = patient.map(find).orElse(List.of());
            tell(
                            told,
                            patient.map(Patient::id),
                            RecordAnswers.shown(found, page).size())
                    .ifPresent(notice -> RecordAnswers.add(told, found, page, notice, searchset));
            return answers.page(searchset);
        });
    }

    /**
     * One page of persons, each decided about alone: of those whom no consent covers nothing is told, not even by where a page
     * ends.
     *
     * @param named whom the search names after the cursor, in the order of their identifiers
     */
    Response searchPersons(
            ToldAs told,
            Supplier<List<Patient>> named,
            PageRequest page,
            Function<Patient, FhirRecord> find,
            Searchset searchset) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var persons = named.get();
            if (persons.isEmpty()) {
                tell(told, Optional.empty(), 0);
            }
            var shown = new ArrayList<UUID>();
            for (var person : persons) {
                if (shown.size() < page.limit()) {
                    tell(told, Optional.of(person.id()), 1).ifPresent(notice -> {
                        RecordAnswers.add(told, List.of(find.apply(person)), page, notice, searchset);
                        shown.add(person.id());
                    });
                } else if (disclose.permitsMachine(person.id(), told.dataClass())) {
                    searchset.next(PageRequest.cursor(shown.get(shown.size() - 1)));
                    break;
                }
            }
            return answers.page(searchset);
        });
    }

    /** The person of this identifier. */
    Optional<Patient> patient(UUID id) {
        return patients.findByIdOptional(id);
    }

    private Optional<Notice> tell(ToldAs told, Optional<UUID> patientId, int count) {
        return disclose.toMachine(patientId, told.dataClass(), count + " × " + told.type() + " (FHIR)")
                .map(DisclosedUnder::notice);
    }
}
