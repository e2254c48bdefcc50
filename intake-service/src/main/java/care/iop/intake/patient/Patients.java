package care.iop.intake.patient;

import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import care.iop.intake.person.DateOfBirth;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;

/** The patients of the caller's organization. */
@ApplicationScoped
public class Patients implements PanacheRepositoryBase<Patient, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** The patient, or a 404. */
    public Patient require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("patient"));
    }

    /**
     * The patient, when it can be written to: a 404 when there is none.
     *
     * @throws ProblemException PATIENT_MERGED with the survivor when another record stands for this one
     */
    public Patient requireCurrent(UUID id) {
        return current(require(id));
    }

    /** The same patient, or PATIENT_MERGED with the survivor when another record stands for this one. */
    public Patient current(Patient patient) {
        if (patient.mergedInto().isPresent()) {
            throw new ProblemException(
                    IntakeProblem.PATIENT_MERGED,
                    "Another record stands for this patient since the two were merged. Use patient "
                            + survivorOf(patient).id() + ".");
        }
        return patient;
    }

    /** The identifier of the patient whose record stands for this one: the same unless it was merged; empty when there is none. */
    public Optional<UUID> standingFor(UUID id) {
        return findByIdOptional(id).map(this::survivorOf).map(Patient::id);
    }

    /** The record that stands for the patient: its own, or the last one that it was merged into. */
    public Patient survivorOf(Patient patient) {
        var survivor = patient;
        for (var next = survivor.mergedInto(); next.isPresent(); next = survivor.mergedInto()) {
            survivor = require(next.get());
        }
        return survivor;
    }

    /** All identifiers of the person, those of merged records too: what can't be moved, such as an account, is under each. */
    public Set<UUID> idsOf(Patient patient) {
        var ids = new LinkedHashSet<UUID>();
        var latest = Set.of(survivorOf(patient).id());
        while (!latest.isEmpty()) {
            ids.addAll(latest);
            latest = find("mergedInto in ?1", latest).stream().map(Patient::id).collect(Collectors.toSet());
        }
        return ids;
    }

    /** The patients whom any of these identifiers names, each once. */
    public Collection<Patient> identifiedBy(Collection<Identifier> identifiers) {
        var found = new LinkedHashSet<Patient>();
        for (var identifier : identifiers) {
            find(
                            "select i.patient from PatientIdentifier i where i.system = ?1 and i.value = ?2",
                            identifier.system(),
                            identifier.value())
                    .firstResultOptional()
                    .ifPresent(found::add);
        }
        return found;
    }

    /** Those born on a day whose records stand for themselves, in order of identifier. */
    public List<Patient> bornOn(LocalDate day) {
        return list("birthDate = ?1 and mergedInto is null order by id", new DateOfBirth(day));
    }

    /** The patient who came without identifiers in the message that this key was made from. */
    public Optional<Patient> cameAs(String sourceKey) {
        return find("sourceKey", sourceKey).firstResultOptional().map(this::survivorOf);
    }

    /** Sends what is waiting to the database, which alone can tell for sure that an identifier is taken. */
    void flushOrRefuse() {
        try {
            flush();
        } catch (ConstraintViolationException e) {
            if ("patient_identifier_names_one_patient".equals(e.getConstraintName())) {
                throw new ProblemException(
                        IntakeProblem.IDENTIFIER_TAKEN,
                        "One of the identifiers names another patient. Search with ?identifier=system|value, and use that patient.");
            }
            throw e;
        }
    }

    List<Patient> page(PageRequest page) {
        return find(
                        "id > :after and mergedInto is null",
                        Sort.by("id"),
                        Map.of("after", page.after().orElse(BEFORE_ALL)))
                .page(0, page.rowsToQuery())
                .list();
    }
}
