package care.iop.intake.recipient;

import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The recipients of the caller's organization. */
@ApplicationScoped
public class Recipients implements PanacheRepositoryBase<Recipient, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** The recipient, or a 404. */
    public Recipient require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("recipient"));
    }

    /** The recipient whose machine has this subject, unless it may be told nothing at present. */
    public Optional<Recipient> machine(String subject) {
        return find("clientSubject = ?1 and active", subject).firstResultOptional();
    }

    /** Those of these recipients that a consent of this patient can name. */
    public List<Recipient> nameable(UUID patientId, Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1 and (patientId is null or patientId = ?2)", ids, patientId);
    }

    void flushOrRefuse() {
        try {
            flush();
        } catch (ConstraintViolationException e) {
            if ("recipient_client_is_one_recipient".equals(e.getConstraintName())) {
                throw new ProblemException(
                        IntakeProblem.CLIENT_TAKEN,
                        "Another recipient has this clientSubject. Take it away there first.");
            }
            throw e;
        }
    }

    /** Organizations, and with a patient also the persons whom that patient alone can name. */
    List<Recipient> page(@Nullable UUID patientId, @Nullable String clientSubject, PageRequest page) {
        if (clientSubject != null) {
            return list("clientSubject", clientSubject);
        }
        var after = page.after().orElse(BEFORE_ALL);
        var query = patientId == null
                ? find("patientId is null and id > :after", Sort.by("id"), Map.of("after", after))
                : find(
                        "(patientId is null or patientId = :patientId) and id > :after",
                        Sort.by("id"),
                        Map.of("after", after, "patientId", patientId));
        return query.page(0, page.rowsToQuery()).list();
    }
}
