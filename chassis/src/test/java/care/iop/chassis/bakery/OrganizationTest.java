package care.iop.chassis.bakery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.iop.chassis.caller.Acting;
import care.iop.chassis.id.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of one organization can't be reached on behalf of another, whichever way they are asked for. */
@BakeryTest
class OrganizationTest {

    private static final String OURS = "organization-ours";
    private static final String THEIRS = "organization-theirs";

    @Inject
    EntityManager entities;

    @Inject
    Acting acting;

    @Inject
    Ids ids;

    @Test
    void whatIsTheirsIsNotFoundByAnyWay() {
        var loaf = baked(OURS);
        assertThat(found(OURS, loaf)).as("by its own").containsOnly(1L);
        assertThat(found(THEIRS, loaf)).as("by another").containsOnly(0L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o'hara",
                "' or '1' = '1",
                "'' or organization_id = 'organization-ours",
                "\\' or true --",
                "@organization",
                "'@organization'",
                "$1 ? {alias} :name"
            })
    void anOrganizationsNameIsAValueWhateverIsInIt(String name) {
        var theirs = baked(OURS);
        var own = baked(name);
        assertThat(found(name, own)).as("what is its own").containsOnly(1L);
        assertThat(found(name, theirs)).as("what is another's").containsOnly(0L);
        assertThat(found(OURS, own)).as("what is its own, by another").containsOnly(0L);
    }

    @Test
    void updatesAndDeletesByQueryTouchOnlyWhatIsTheCallers() {
        var loaf = baked(OURS);
        assertThat(in(THEIRS, () -> entities.createQuery("update Loaf set grams = 1 where id = :id")
                        .setParameter("id", loaf)
                        .executeUpdate()))
                .isZero();
        assertThat(in(THEIRS, () -> entities.createQuery("delete from Loaf where id = :id")
                        .setParameter("id", loaf)
                        .executeUpdate()))
                .isZero();
        assertThat(in(OURS, () -> entities.find(Loaf.class, loaf).grams())).isEqualTo(500);
    }

    @Test
    void withoutAnOrganizationNothingIsAsked() {
        assertThatThrownBy(
                        () -> QuarkusTransaction.requiringNew().call(() -> entities.createQuery("from Loaf", Loaf.class)
                                .getResultList()))
                .hasStackTraceContaining("names no organization");
    }

    @Test
    void aQueryIsTranslatedOnceForAllOrganizations() {
        var query = "select grams from Loaf where id = :id and grams < " + 1_000_000;
        var loaf = baked(OURS);
        in(OURS, () -> grams(query, loaf));
        var kept = keptPlans();
        assertThat(in(THEIRS, () -> grams(query, loaf))).isEmpty();
        assertThat(in(OURS, () -> grams(query, loaf))).containsExactly(500);
        assertThat(keptPlans()).isEqualTo(kept);
        in(OURS, () -> grams(query + " and grams > 0", loaf));
        assertThat(keptPlans()).as("one more for another query").isGreaterThan(kept);
    }

    private List<Integer> grams(String query, UUID loaf) {
        return entities.createQuery(query, Integer.class)
                .setParameter("id", loaf)
                .getResultList();
    }

    private int keptPlans() {
        return entities.getEntityManagerFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getQueryEngine()
                .getInterpretationCache()
                .getNumberOfCachedQueryPlans();
    }

    /** How many rows each way of asking finds, each in a transaction, and so a session, of its own. */
    private List<Long> found(String organization, UUID loaf) {
        return List.of(
                in(organization, () -> one(entities.find(Loaf.class, loaf))),
                in(organization, () -> one(entities.find(Loaf.class, loaf, LockModeType.PESSIMISTIC_WRITE))),
                in(organization, () -> entities.createQuery("select count(*) from Loaf where id = :id", Long.class)
                        .setParameter("id", loaf)
                        .getSingleResult()),
                in(organization, () -> (long) entities.createQuery("from Loaf where id in :ids", Loaf.class)
                        .setParameter("ids", List.of(loaf))
                        .getResultList()
                        .size()),
                in(organization, () -> {
                    var criteria = entities.getCriteriaBuilder().createQuery(Loaf.class);
                    var root = criteria.from(Loaf.class);
                    criteria.where(entities.getCriteriaBuilder().equal(root.get("id"), loaf));
                    return (long) entities.createQuery(criteria).getResultList().size();
                }));
    }

    private static long one(Object found) {
        return found == null ? 0 : 1;
    }

    private UUID baked(String organization) {
        return in(organization, () -> {
            var id = ids.next();
            var loaf = new Loaf(id, ids.next(), "rye " + id, 500);
            entities.persist(loaf);
            return loaf.id();
        });
    }

    /** On a thread of its own, as the test's has a request of its own. */
    private <T> T in(String organization, Supplier<T> work) {
        var answer = new AtomicReference<T>();
        CompletableFuture.runAsync(
                        () -> acting.forOrganization(
                                organization,
                                "test",
                                () -> answer.set(
                                        QuarkusTransaction.requiringNew().call(work::get))),
                        command -> new Thread(command, "acting").start())
                .join();
        return answer.get();
    }
}
