package care.iop.scheduling.roster;

import care.iop.scheduling.roster.engine.Limits;
import care.iop.scheduling.roster.engine.RosterEngine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Works on one roster run: reads the week, searches without holding the database, and keeps the result. */
@ApplicationScoped
class SolveRoster {

    private static final Logger LOG = Logger.getLogger(SolveRoster.class);

    private final RosterRuns runs;
    private final ReadRosterWeek readRosterWeek;
    private final RosterLeases leases;
    private final RosterSettings settings;
    private final Clock clock;
    private final RosterFailures failures;
    private final SolveWeek solveWeek = new SolveWeek(new RosterEngine(), System::nanoTime);

    SolveRoster(
            RosterRuns runs,
            ReadRosterWeek readRosterWeek,
            RosterLeases leases,
            RosterSettings settings,
            Clock clock,
            RosterFailures failures) {
        this.runs = runs;
        this.readRosterWeek = readRosterWeek;
        this.leases = leases;
        this.settings = settings;
        this.clock = clock;
        this.failures = failures;
    }

    /** What is asked of the engine. */
    private record Question(RosterWeek week, Limits limits, int attempt) {}

    /**
     * Solves the run in the calling thread's organization; whatever goes wrong, the run ends and says so. A search that was
     * stopped leaves the run as whoever stopped it has left it.
     *
     * @param searching is given the search before it begins
     */
    void solve(UUID runId, Consumer<RunningSearch> searching) {
        try {
            var question =
                    QuarkusTransaction.requiringNew().call(() -> begin(runId)).orElse(null);
            if (question == null) {
                return;
            }
            var search = new RunningSearch(question.attempt(), question.limits().time(), System::nanoTime);
            searching.accept(search);
            var outcome = solveWeek.solve(question.week(), question.limits(), search);
            if (leases.tell(runId, search.progress()) && !search.isStopped()) {
                QuarkusTransaction.requiringNew()
                        .run(() -> runs.requireLocked(runId).solve(search.attempt(), outcome, clock.instant()));
            }
        } catch (RuntimeException e) {
            failures.searchFailed();
            LOG.errorf(e, "roster run %s failed", runId);
            fail(runId, "The search failed on our side. Quote the run's id when you ask for help.");
        }
    }

    private Optional<Question> begin(UUID runId) {
        var run = runs.requireLocked(runId);
        if (!run.start(clock.instant())) {
            return Optional.empty();
        }
        var week = readRosterWeek.read(run.programId(), run.weekStartingOn(), run.scope());
        var limits = new Limits(
                settings.stepsFor(week.toPlace().size()), Duration.ofSeconds(run.timeLimitSeconds()), run.seed());
        return Optional.of(new Question(week, limits, run.attempts()));
    }

    /** Ends the run without a result. */
    void fail(UUID runId, String failure) {
        QuarkusTransaction.requiringNew().run(() -> runs.requireLocked(runId).fail(failure, clock.instant()));
    }
}
