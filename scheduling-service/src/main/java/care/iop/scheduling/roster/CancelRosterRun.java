package care.iop.scheduling.roster;

import care.iop.chassis.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Gives a run up that has not ended. Of a cancellation and a result that come at once, the first to hold the run's row wins. */
@ApplicationScoped
class CancelRosterRun {

    private final RosterRuns runs;
    private final Caller caller;
    private final Clock clock;

    CancelRosterRun(RosterRuns runs, Caller caller, Clock clock) {
        this.runs = runs;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    RosterRun cancel(UUID runId) {
        var run = runs.requireLocked(runId);
        run.cancel(caller.subject(), clock.instant());
        runs.flush();
        return run;
    }
}
