package care.iop.intake.fhir;

import care.iop.chassis.fhir.SearchDate;
import care.iop.chassis.fhir.SearchParameters;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.patient.Identifier;
import care.iop.intake.patient.Patient;
import care.iop.intake.patient.Patients;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A search for one patient by identifiers, ours or anybody's, or for those of a name and a birth date. A name or a birth date
 * alone names nobody in particular: who else is here would be a guess away.
 *
 * @param id nobody's when what was given can't be an identifier of ours; null when it was not given
 * @param identifier null when it was not given
 * @param name null when it was not given
 * @param birthDate null when it was not given
 */
record PatientSearch(
        @Nullable UUID id,
        @Nullable Identifier identifier,
        @Nullable SearchName name,
        @Nullable LocalDate birthDate,
        PageRequest page) {

    private static final Set<String> PARAMETERS = Set.of("_id", "identifier", "name", "birthdate", "_count", "after");

    /** Reads the parameters; 422 for each that can't be meant. */
    static PatientSearch of(
            @Nullable String id,
            @Nullable String identifier,
            @Nullable String name,
            @Nullable String birthDate,
            @Nullable Integer count,
            @Nullable String after) {
        if (id == null && identifier == null) {
            requireBoth(name, birthDate);
        }
        return new PatientSearch(
                id == null ? null : SearchParameters.person(id),
                identifier == null
                        ? null
                        : Identifier.parse(identifier)
                                .orElseThrow(() ->
                                        ProblemException.invalid("identifier", "must have the form system|value")),
                name == null ? null : SearchName.of("name", name),
                birthDate == null ? null : day(birthDate),
                SearchParameters.page(count, after));
    }

    private static void requireBoth(@Nullable String name, @Nullable String birthDate) {
        if (name == null && birthDate == null) {
            throw ProblemException.invalid(
                    "identifier", "or _id is needed, or name and birthdate: a search names one patient");
        }
        if (birthDate == null) {
            throw ProblemException.invalid("name", "needs birthdate beside it: a search names one patient");
        }
        if (name == null) {
            throw ProblemException.invalid("birthdate", "needs name beside it: a search names one patient");
        }
    }

    private static LocalDate day(String text) {
        var date = SearchDate.of("birthdate", text);
        var day = date.firstDay();
        if (day == null || !day.plusDays(1).equals(date.dayBefore())) {
            throw ProblemException.invalid("birthdate", "must be one day, such as 1988-04-17");
        }
        return day;
    }

    /** Reads a form; 400 for a field that is not known or given too often. */
    static PatientSearch of(MultivaluedMap<String, String> form) {
        SearchParameters.refuseUnknown(form, PARAMETERS, Set.of());
        return of(
                form.getFirst("_id"),
                form.getFirst("identifier"),
                form.getFirst("name"),
                form.getFirst("birthdate"),
                SearchParameters.count(form.getFirst("_count")),
                form.getFirst("after"));
    }

    /** The patients whom all of it names, after the cursor, in the order of their identifiers. */
    List<Patient> find(Patients patients) {
        return named(patients)
                .map(patients::survivorOf)
                .filter(patient -> name == null || name.means(patient.fullName()))
                .filter(patient -> birthDate == null
                        || birthDate.equals(patient.birthDate().value()))
                .filter(patient -> page.after().isEmpty()
                        || patient.id().compareTo(page.after().get()) > 0)
                .sorted(Comparator.comparing(Patient::id))
                .toList();
    }

    private Stream<Patient> named(Patients patients) {
        if (id == null && identifier == null) {
            return birthDate == null ? Stream.empty() : patients.bornOn(birthDate).stream();
        }
        var byId = id == null ? Optional.<Patient>empty() : patients.findByIdOptional(id);
        if (identifier == null) {
            return byId.stream();
        }
        var identified = patients.identifiedBy(List.of(identifier)).stream().findFirst();
        return identified.stream()
                .filter(patient ->
                        id == null || (byId.isPresent() && byId.get().id().equals(patient.id())));
    }
}
