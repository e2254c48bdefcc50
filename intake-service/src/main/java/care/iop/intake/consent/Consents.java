package care.iop.intake.consent;

import care.iop.chassis.consent.ConsentTerms;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The consents of the caller's organization. */
@ApplicationScoped
public class Consents implements PanacheRepositoryBase<Consent, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final ConsentSettings settings;

    Consents(ConsentSettings settings) {
        this.settings = settings;
    }

    /** What a decision needs to know of a person's consents, and which of them have earlier elements. */
    public record Decisive(List<ConsentTerms> terms, Set<UUID> ofEarlierElements) {}

    Consent require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("consent"));
    }

    /** The consent, which nobody can disclose under or change until the transaction ends. */
    Consent requireLocked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> ProblemException.notFound("consent"));
    }

    /**
     * What has ever been signed by or for this patient. None of it can be revoked until the caller's transaction ends: a
     * disclosure and a revocation come one after the other, never at once.
     */
    public Decisive decisive(UUID patientId) {
        var signed = find("patientId = ?1 and status in ('ACTIVE', 'REVOKED', 'ENDED')", Sort.by("id"), patientId)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .list();
        return new Decisive(
                signed.stream()
                        .map(consent -> consent.terms(settings.earlierElementsAccepted()))
                        .toList(),
                signed.stream()
                        .filter(Consent::hasEarlierElements)
                        .map(Consent::id)
                        .collect(Collectors.toSet()));
    }

    /** What was ever signed by or for this patient, in order of identifier. */
    List<Consent> signed(UUID patientId) {
        return list("patientId = ?1 and signedAt is not null", Sort.by("id"), patientId);
    }

    List<Consent> endingWithTreatment(UUID patientId) {
        return find("patientId = ?1 and status = 'ACTIVE'", Sort.by("id"), patientId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .stream()
                .filter(Consent::endsWithTreatment)
                .toList();
    }

    List<Consent> page(UUID patientId, PageRequest page) {
        return find(
                        "patientId = :patientId and id > :after",
                        Sort.by("id"),
                        Map.of("patientId", patientId, "after", page.after().orElse(BEFORE_ALL)))
                .page(0, page.rowsToQuery())
                .list();
    }
}
