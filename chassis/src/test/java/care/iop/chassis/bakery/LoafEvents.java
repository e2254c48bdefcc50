package care.iop.chassis.bakery;

import care.iop.chassis.inbox.EventListener;
import care.iop.chassis.inbox.IncomingEvent;
import care.iop.chassis.inbox.PoisonEventException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Set;
import java.util.UUID;

/** The bakery's own projection of its loaves, fed by its own events as another service would be. */
@ApplicationScoped
class LoafEvents implements EventListener {

    static final int POISONED_GRAMS = 666;
    static final int FAILING_GRAMS = 500;

    record Baked(UUID loafId, int grams) {}

    private final EntityManager entities;

    LoafEvents(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Set<String> topics() {
        return Set.of(LoafResource.TOPIC);
    }

    @Override
    public void on(IncomingEvent event) {
        var baked = event.data(Baked.class);
        if (baked.grams() == POISONED_GRAMS) {
            throw new PoisonEventException("nobody bakes that");
        }
        if (baked.grams() == FAILING_GRAMS && System.getProperty("bakery.mended") == null) {
            throw new IllegalStateException("the scale is broken for customer Avery");
        }
        entities.createNativeQuery("""
                        insert into delivery (organization_id, loaf_id, source_version, grams, times_applied)
                        values (:organization, :loaf, :version, :grams, 1)
                        on conflict (organization_id, loaf_id) do update
                        set source_version = excluded.source_version, grams = excluded.grams,
                            times_applied = delivery.times_applied + 1
                        where delivery.source_version < excluded.source_version
                        """)
                .setParameter("organization", event.organization())
                .setParameter("loaf", event.subject())
                .setParameter("version", event.version())
                .setParameter("grams", baked.grams())
                .executeUpdate();
    }
}
