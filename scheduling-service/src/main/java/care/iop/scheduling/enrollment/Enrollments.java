package care.iop.scheduling.enrollment;

import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.Conditions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The enrollments of the caller's organization. */
@ApplicationScoped
public class Enrollments implements PanacheRepositoryBase<Enrollment, UUID> {

    /** The enrollment, or 404. */
    public Enrollment require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("enrollment"));
    }

    /** Whether this patient was ever enrolled. */
    public boolean hasPatient(UUID patientId) {
        return count("patientId", patientId) > 0;
    }

    /** The enrollment under which a patient can be booked in a program. */
    public Optional<Enrollment> activeOf(UUID patientId, UUID programId) {
        return find("patientId = ?1 and programId = ?2 and state = ACTIVE", patientId, programId)
                .firstResultOptional();
    }

    /** The enrollment that a request names in a field, or 422 on that field. */
    public Enrollment requireNamed(String pointer, UUID id) {
        return findByIdOptional(id)
                .orElseThrow(() -> ProblemException.invalid(pointer, "must be the identifier of an enrollment"));
    }

    /** The clients of a program who can be scheduled, in order of identifier. */
    public List<Enrollment> activeIn(UUID programId) {
        return list("programId = ?1 and state = ACTIVE order by id", programId);
    }

    /** Those with one of these identifiers, wherever they are now. */
    public List<Enrollment> withIds(Collection<UUID> ids) {
        return list("id in ?1 order by id", ids);
    }

    /** Active clients whose primary clinician this is. */
    long caseloadOf(UUID clinicianId) {
        return count("primaryClinicianId = ?1 and state = ACTIVE", clinicianId);
    }

    List<Enrollment> awaiting(UUID programId) {
        return list("programId = ?1 and state = AWAITING_PROGRAM", programId);
    }

    List<Enrollment> page(
            @Nullable UUID programId, @Nullable UUID patientId, @Nullable EnrollmentState state, PageRequest page) {
        var conditions = Conditions.after(page)
                .and("programId = :programId", "programId", programId)
                .and("patientId = :patientId", "patientId", patientId)
                .and("state = :state", "state", state);
        return find(conditions.hql(), conditions.parameters())
                .page(0, page.rowsToQuery())
                .list();
    }
}
