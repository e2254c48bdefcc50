package care.iop.intake.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Remembers for a few seconds whether an organization has receivers at all, so that each fact of the others does not ask the
 * database. A receiver that another process has registered is noticed that much later.
 */
@ApplicationScoped
class KnownReceivers {

    private static final long REMEMBERED_NANOS = TimeUnit.SECONDS.toNanos(2);

    private record Known(boolean any, long at) {}

    private final NotificationReceivers receivers;
    private final LongSupplier nanos;
    private final Map<String, Known> byOrganization = new ConcurrentHashMap<>();

    @Inject
    KnownReceivers(NotificationReceivers receivers) {
        this(receivers, System::nanoTime);
    }

    KnownReceivers(NotificationReceivers receivers, LongSupplier nanos) {
        this.receivers = receivers;
        this.nanos = nanos;
    }

    /** Whether the caller's organization, which this is, has any. */
    boolean anyIn(String organization) {
        var now = nanos.getAsLong();
        var known = byOrganization.get(organization);
        if (known == null || now - known.at() > REMEMBERED_NANOS) {
            known = new Known(receivers.count() > 0, now);
            byOrganization.put(organization, known);
        }
        return known.any();
    }

    /** One was registered just now. */
    void forget(String organization) {
        byOrganization.remove(organization);
    }
}
