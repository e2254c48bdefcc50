package care.iop.intake.benefits;

import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The insurance policies of the caller's organization. */
@ApplicationScoped
public class InsurancePolicies implements PanacheRepositoryBase<InsurancePolicy, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** Where a stored policy is to be found. */
    public record Stored(UUID id, UUID referralId, String sourceKey) {}

    /** Of these keys, those that the patient's policies already have. */
    public Map<String, Stored> stored(UUID patientId, Collection<String> sourceKeys) {
        var found = new HashMap<String, Stored>();
        if (!sourceKeys.isEmpty()) {
            find("patientId = ?1 and sourceKey in ?2", patientId, sourceKeys)
                    .project(Stored.class)
                    .list()
                    .forEach(stored -> found.put(stored.sourceKey(), stored));
        }
        return found;
    }

    /** The policy of this identifier, whoever's it is. */
    public Optional<InsurancePolicyFacts> facts(UUID id) {
        return findByIdOptional(id).map(InsurancePolicy::facts);
    }

    /** A person's policies, in the order in which they arrived. */
    public List<InsurancePolicyFacts> factsOf(UUID patientId) {
        return list("patientId = ?1 order by id", patientId).stream()
                .map(InsurancePolicy::facts)
                .toList();
    }

    InsurancePolicy require(UUID referralId, UUID id) {
        return find("id = ?1 and referralId = ?2", id, referralId)
                .firstResultOptional()
                .orElseThrow(() -> ProblemException.notFound("insurance policy"));
    }

    List<InsurancePolicy> page(UUID referralId, PageRequest page) {
        return find(
                        "referralId = :referralId and id > :after",
                        Sort.by("id"),
                        Map.of("referralId", referralId, "after", page.after().orElse(BEFORE_ALL)))
                .page(0, page.rowsToQuery())
                .list();
    }
}
