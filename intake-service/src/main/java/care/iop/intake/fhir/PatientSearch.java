package care.iop.intake.fhir;

import care.iop.chassis.fhir.SearchParameters;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.patient.Identifier;
import care.iop.intake.patient.Patient;
import care.iop.intake.patient.Patients;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A search for one patient by identifiers, ours or anybody's. There is no search by name: it would tell that somebody of that
 * name is here.
 *
 * @param id nobody's when what was given can't be an identifier of ours; null when it was not given
 * @param identifier null when it was not given
 */
record PatientSearch(@Nullable UUID id, @Nullable Identifier identifier, PageRequest page) {

    private static final Set<String> PARAMETERS = Set.of("_id", "identifier", "_count");

    /** Reads the parameters; 422 for each that can't be meant. */
    static PatientSearch of(@Nullable String id, @Nullable String identifier, @Nullable Integer count) {
        if (id == null && identifier == null) {
            throw ProblemException.invalid("identifier", "or _id is needed: a search names one patient");
        }
        return new PatientSearch(
                id == null ? null : SearchParameters.person(id),
                identifier == null
                        ? null
                        : Identifier.parse(identifier)
                                .orElseThrow(() ->
                                        ProblemException.invalid("identifier", "must have the form system|value")),
                SearchParameters.page(count, null));
    }

    /** Reads a form; 400 for a field that is not known or given too often. */
    static PatientSearch of(MultivaluedMap<String, String> form) {
        SearchParameters.refuseUnknown(form, PARAMETERS, Set.of());
        return of(form.getFirst("_id"), form.getFirst("identifier"), SearchParameters.count(form.getFirst("_count")));
    }

    /** The patient whom all of it names. */
    Optional<Patient> find(Patients patients) {
        var byId = id == null ? Optional.<Patient>empty() : patients.findByIdOptional(id);
        if (identifier == null) {
            return byId;
        }
        var identified = patients.identifiedBy(List.of(identifier)).stream().findFirst();
        return id == null
                ? identified
                : identified.filter(
                        patient -> byId.isPresent() && byId.get().id().equals(patient.id()));
    }
}
