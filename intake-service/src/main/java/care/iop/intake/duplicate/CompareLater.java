package care.iop.intake.duplicate;

import care.iop.chassis.caller.Acting;
import care.iop.chassis.telemetry.RepeatedWork;
import care.iop.chassis.telemetry.RepeatedWork.Rounds;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Compares in the background who was registered or corrected. Each process takes its share. */
@ApplicationScoped
class CompareLater {

    private static final Logger LOG = Logger.getLogger(CompareLater.class);

    private static final int BATCH = 100;

    private final ToCompare toCompare;
    private final FindDuplicates findDuplicates;
    private final Acting acting;
    private final DuplicateSettings settings;
    private final Rounds rounds;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "compare-persons"));
    private @Nullable ScheduledFuture<?> searching;

    CompareLater(
            ToCompare toCompare,
            FindDuplicates findDuplicates,
            Acting acting,
            DuplicateSettings settings,
            RepeatedWork works) {
        this.toCompare = toCompare;
        this.findDuplicates = findDuplicates;
        this.acting = acting;
        this.settings = settings;
        this.rounds = works.watch("compare-persons", settings.searchEvery());
    }

    void start(@Observes StartupEvent started) {
        var pause = settings.searchEvery().toMillis();
        searching = worker.scheduleWithFixedDelay(this::compareWaiting, pause, pause, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (searching != null) {
            searching.cancel(false);
        }
        worker.shutdown();
        if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
            LOG.warn("comparing persons didn't end in time: the batch is taken again after the next start");
        }
    }

    private void compareWaiting() {
        try {
            var organization = toCompare.nextOrganization();
            while (organization.isPresent() && !worker.isShutdown()) {
                var compared = new AtomicInteger();
                acting.forOrganization(
                        organization.get(),
                        "compare-persons",
                        () -> compared.set(QuarkusTransaction.requiringNew().call(this::compareBatch)));
                // None: another process has taken those that wait.
                organization = compared.get() == 0 ? Optional.empty() : toCompare.nextOrganization();
            }
            rounds.endedWell();
        } catch (RuntimeException e) {
            rounds.failed();
            LOG.warnf(e, "comparing persons failed and is tried again");
        }
    }

    private int compareBatch() {
        var taken = toCompare.take(BATCH);
        if (!taken.isEmpty()) {
            findDuplicates.find(taken);
        }
        return taken.size();
    }
}
