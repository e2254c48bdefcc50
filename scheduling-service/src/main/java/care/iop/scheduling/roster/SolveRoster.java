package care.iop.scheduling.roster;

import care.iop.scheduling.roster.engine.Limits;
import care.iop.scheduling.roster.engine.RosterEngine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Works on one roster run: reads the week, searches without holding the database, and keeps the result. */
@ApplicationScoped
class SolveRoster {

    private static final Logger LOG = Logger.getLogger(SolveRoster.class);

    private final RosterRuns runs;
    private final ReadRosterWeek readRosterWeek;
    private final RosterSettings settings;
    private final Clock clock;
    private final SolveWeek solveWeek = new SolveWeek(new RosterEngine(), System::nanoTime);

    SolveRoster(RosterRuns runs, ReadRosterWeek readRosterWeek, RosterSettings settings, Clock clock) {
        this.runs = runs;
        this.readRosterWeek = readRosterWeek;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is asked of the engine. */
    private record Question(RosterWeek week, Limits limits) {}

    /** Solves the run in the calling thread's organization; whatever goes wrong, the run ends and says so. */
    void solve(UUID runId) {
        try {
            var question = QuarkusTransaction.requiringNew().call(() -> begin(runId));
            if (question.isPresent()) {
                var outcome =
                        solveWeek.solve(question.get().week(), question.get().limits());
                QuarkusTransaction.requiringNew()
                        .run(() -> runs.requireLocked(runId).solve(outcome, clock.instant()));
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "roster run %s failed", runId);
            fail(runId, "The search failed on our side. Quote the run's id when you ask for help.");
        }
    }

    private Optional<Question> begin(UUID runId) {
        var run = runs.requireLocked(runId);
        if (!run.start(clock.instant())) {
            return Optional.empty();
        }
        return Optional.of(new Question(
                readRosterWeek.read(run.programId(), run.weekStartingOn()),
                new Limits(settings.steps(), Duration.ofSeconds(run.timeLimitSeconds()), run.seed())));
    }

    /** Ends the run without a result. */
    void fail(UUID runId, String failure) {
        QuarkusTransaction.requiringNew().run(() -> runs.requireLocked(runId).fail(failure, clock.instant()));
    }
}
