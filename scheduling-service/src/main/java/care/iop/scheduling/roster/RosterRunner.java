package care.iop.scheduling.roster;

import care.iop.chassis.caller.Acting;
import care.iop.chassis.telemetry.RepeatedWork;
import care.iop.chassis.telemetry.RepeatedWork.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Works on queued runs, a bounded number at a time, and keeps their leases alive meanwhile; tells how far they are, stops
 * those that were cancelled, and takes over runs whose process is gone.
 */
@ApplicationScoped
class RosterRunner {

    private static final Logger LOG = Logger.getLogger(RosterRunner.class);

    /** A lease outlives three signs of life that did not get through. */
    private static final int SIGNS_PER_LEASE = 4;

    private static final int LOOK_EVERY_MILLIS = 500;

    private static final String TOO_MANY = "Too many runs were waiting. Ask again later.";

    private final SolveRoster solveRoster;
    private final RosterLeases leases;
    private final Acting acting;
    private final RosterSettings settings;
    private final RosterFailures failures;
    private final Rounds rounds;
    private final ThreadPoolExecutor workers;
    private final ScheduledExecutorService signs = Executors.newSingleThreadScheduledExecutor();
    private final Set<UUID> own = ConcurrentHashMap.newKeySet();
    private final Map<UUID, RunningSearch> searches = new ConcurrentHashMap<>();
    private List<ScheduledFuture<?>> signing = List.of();

    RosterRunner(
            SolveRoster solveRoster,
            RosterLeases leases,
            Acting acting,
            RosterSettings settings,
            RosterFailures failures,
            RepeatedWork works) {
        this.solveRoster = solveRoster;
        this.leases = leases;
        this.acting = acting;
        this.settings = settings;
        this.failures = failures;
        this.rounds = works.watch("roster-leases", settings.lease().dividedBy(SIGNS_PER_LEASE));
        this.workers = new ThreadPoolExecutor(
                settings.threads(),
                settings.threads(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(settings.queue()));
    }

    void start(@Observes StartupEvent started) {
        var every = settings.lease().toMillis() / SIGNS_PER_LEASE;
        signing = List.of(
                signs.scheduleWithFixedDelay(() -> unlessUnreachable(this::giveSign), 0, every, TimeUnit.MILLISECONDS),
                signs.scheduleWithFixedDelay(
                        () -> unlessUnreachable(this::look),
                        LOOK_EVERY_MILLIS,
                        LOOK_EVERY_MILLIS,
                        TimeUnit.MILLISECONDS));
    }

    /** Whether another run can wait here. */
    boolean hasRoom() {
        return workers.getQueue().remainingCapacity() > 0;
    }

    void work(@Observes(during = TransactionPhase.AFTER_SUCCESS) RosterRunQueued queued) {
        own.add(queued.runId());
        try {
            workers.execute(() -> solve(queued));
        } catch (RejectedExecutionException full) {
            own.remove(queued.runId());
            failures.noRoom();
            LOG.warnf("roster run %s was not taken: %d runs are waiting", queued.runId(), settings.queue());
            signs.execute(() -> acting.forOrganization(
                    queued.organization(), "roster-run", () -> solveRoster.fail(queued.runId(), TOO_MANY)));
        }
    }

    private void solve(RosterRunQueued queued) {
        var run = queued.runId();
        try {
            acting.forOrganization(
                    queued.organization(),
                    "roster-run",
                    () -> solveRoster.solve(run, search -> searches.put(run, search)));
        } finally {
            searches.remove(run);
            own.remove(run);
        }
    }

    private void giveSign() {
        if (!own.isEmpty()) {
            leases.renew(Set.copyOf(own));
        }
        var failed = leases.failExpired();
        if (failed > 0) {
            failures.processesEnded(failed);
            LOG.warnf("%d roster runs were marked as failed: their process ended too often", failed);
        }
        var room = workers.getQueue().remainingCapacity();
        if (room > 0) {
            for (var orphan : leases.takeOver(room)) {
                LOG.infof("roster run %s is taken over: its process is gone", orphan.runId());
                work(orphan);
            }
        }
        rounds.endedWell();
    }

    /** Tells how far the searches are, and stops those that nobody waits for, wherever they were cancelled. */
    private void look() {
        searches.forEach((run, search) -> {
            if (!search.isStopped() && !leases.tell(run, search.progress())) {
                search.stop();
            }
        });
    }

    private void unlessUnreachable(Runnable work) {
        try {
            work.run();
        } catch (RosterLeases.LeasesUnavailableException e) {
            rounds.failed();
            LOG.warnf("leases of roster runs can't be renewed now: %s", e.getMessage());
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        signing.forEach(each -> each.cancel(false));
        signs.shutdown();
        workers.shutdownNow();
        searches.values().forEach(RunningSearch::stop);
        if (!own.isEmpty()) {
            leases.handBack(Set.copyOf(own));
        }
    }
}
