package care.iop.progress.safety;

import care.iop.chassis.caller.Acting;
import care.iop.chassis.id.Ids;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Tells the care team that a person is not safe now, apart from the answer that the person sees: that answer waits for
 * nothing. While it can't be told, it is tried again and again and operations are alerted (the counter
 * {@code iop.progress.not-safe.failed}, the gauge {@code iop.progress.not-safe.waiting}, and an error in the log); what waits
 * is lost when the process dies, which is why the person is told not to wait for the team.
 */
@ApplicationScoped
@Startup
class TellCareTeam {

    private static final Logger LOG = Logger.getLogger(TellCareTeam.class);
    private static final long PAUSE_SECONDS = 2;

    private final Acting acting;
    private final RaiseNotSafe raiseNotSafe;
    private final Ids ids;
    private final Counter failures;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ScheduledExecutorService tellers =
            Executors.newScheduledThreadPool(2, work -> new Thread(work, "tell-care-team"));

    TellCareTeam(Acting acting, RaiseNotSafe raiseNotSafe, Ids ids, MeterRegistry meters) {
        this.acting = acting;
        this.raiseNotSafe = raiseNotSafe;
        this.ids = ids;
        this.failures = meters.counter("iop.progress.not-safe.failed");
        meters.gauge("iop.progress.not-safe.waiting", waiting);
    }

    void stop(@Observes ShutdownEvent stopping) {
        tellers.shutdownNow();
    }

    /** Begins to tell, and returns at once. */
    void tell(String organization, String subject, UUID patientId) {
        waiting.incrementAndGet();
        var said = new Said(organization, subject, patientId, ids.next());
        tellers.execute(() -> attempt(said));
    }

    private record Said(String organization, String subject, UUID patientId, UUID signalId) {}

    private void attempt(Said said) {
        try {
            acting.forOrganization(
                    said.organization(), said.subject(), () -> raiseNotSafe.raise(said.signalId(), said.patientId()));
            waiting.decrementAndGet();
        } catch (RuntimeException e) {
            failures.increment();
            LOG.errorf(e, "the care team can't be told of signal %s that a person is not safe now", said.signalId());
            if (!tellers.isShutdown()) {
                var again = tellers.schedule(() -> attempt(said), PAUSE_SECONDS, TimeUnit.SECONDS);
                LOG.debugf("trying again in %d s", again.getDelay(TimeUnit.SECONDS));
            }
        }
    }
}
