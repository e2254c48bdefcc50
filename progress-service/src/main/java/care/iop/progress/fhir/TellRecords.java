package care.iop.progress.fhir;

import care.iop.chassis.consent.MachineDisclosures;
import care.iop.chassis.consent.Notice;
import care.iop.chassis.fhir.FhirRecord;
import care.iop.chassis.fhir.RecordAnswers;
import care.iop.chassis.fhir.Searchset;
import care.iop.chassis.fhir.ToldAs;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.episode.Episodes;
import care.iop.progress.patient.CurrentPatient;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
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
    private final RecordAnswers answers;

    TellRecords(Episodes episodes, CurrentPatient patients, MachineDisclosures disclosures, RecordAnswers answers) {
        this.episodes = episodes;
        this.patients = patients;
        this.disclosures = disclosures;
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
     * @param find gives the rows of the page, and one more when there is another page; for whoever is unknown the same is asked
     */
    Response search(
            ToldAs told, UUID patientId, PageRequest page, Function<UUID, List<FhirRecord>> find, Searchset searchset) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var patient = patients.of(patientId);
            var found = find.apply(patient);
            tell(
                            told,
                            Optional.of(patient).filter(episodes::hasPatient),
                            RecordAnswers.shown(found, page).size())
                    .ifPresent(notice -> RecordAnswers.add(told, found, page, notice, searchset));
            return answers.page(searchset);
        });
    }

    /**
     * Whether the caller may be told of a person, before something of them is taken over: the notice to send with it, or empty
     * when the person reads as absent.
     */
    Optional<Notice> noticeFor(ToldAs told, UUID named) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var patient = patients.of(named);
            return tell(told, Optional.of(patient).filter(episodes::hasPatient), 1);
        });
    }

    /** Completes an answer with a record of which it was asked before whether it may be told. */
    Response answer(Response.ResponseBuilder response, ToldAs told, FhirRecord found, Notice notice) {
        return answers.complete(response, told, found, notice);
    }

    private Optional<Notice> tell(ToldAs told, Optional<UUID> patientId, int count) {
        return disclosures.tell(
                patientId.map(patients::identifiersOf).orElse(List.of()), told.dataClass(), told.type(), count);
    }
}
