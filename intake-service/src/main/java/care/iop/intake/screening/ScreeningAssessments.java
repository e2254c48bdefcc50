package care.iop.intake.screening;

import care.iop.chassis.http.PageRequest;
import care.iop.chassis.instrument.Answers;
import care.iop.chassis.instrument.Score;
import care.iop.chassis.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The screening assessments of the caller's organization. */
@ApplicationScoped
public class ScreeningAssessments implements PanacheRepositoryBase<ScreeningAssessment, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** What an instrument said when it was last answered, corrections included. */
    public record Latest(UUID assessmentId, String instrument, Instant takenAt, Answers answers, Score score) {}

    /** By the instrument's code, what each instrument said when it was last answered for this referral. */
    public Map<String, Latest> latest(UUID referralId) {
        var latest = new TreeMap<String, Latest>();
        find("referralId = ?1 and supersededBy is null", Sort.by("takenAt").and("id"), referralId)
                .list()
                .forEach(assessment -> latest.put(assessment.instrument(), assessment.latest()));
        return latest;
    }

    ScreeningAssessment require(UUID referralId, UUID id) {
        return require(referralId, id, LockModeType.NONE);
    }

    /** The assessment, which nobody else can correct until the transaction ends. */
    ScreeningAssessment requireToCorrect(UUID referralId, UUID id) {
        return require(referralId, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private ScreeningAssessment require(UUID referralId, UUID id, LockModeType lock) {
        return find("id = ?1 and referralId = ?2", id, referralId)
                .withLock(lock)
                .firstResultOptional()
                .orElseThrow(() -> ProblemException.notFound("screening assessment"));
    }

    List<ScreeningAssessment> page(UUID referralId, PageRequest page) {
        return find(
                        "referralId = :referralId and id > :after",
                        Sort.by("id"),
                        Map.of("referralId", referralId, "after", page.after().orElse(BEFORE_ALL)))
                .page(0, page.rowsToQuery())
                .list();
    }
}
