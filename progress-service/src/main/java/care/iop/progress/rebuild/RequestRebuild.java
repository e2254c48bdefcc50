package care.iop.progress.rebuild;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.ProgressProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Lets an operator ask for a rebuild of the own organization's copies and sums. */
@ApplicationScoped
class RequestRebuild {

    private final RollupRebuilds rebuilds;
    private final Event<RebuildRequested> requested;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    RequestRebuild(RollupRebuilds rebuilds, Event<RebuildRequested> requested, Caller caller, Ids ids, Clock clock) {
        this.rebuilds = rebuilds;
        this.requested = requested;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /** Begins one after commit; refused with 409 while one runs. One that died with its process counts as failed. */
    @Transactional
    RollupRebuild request() {
        var now = clock.instant();
        rebuilds.running().ifPresent(running -> {
            if (running.isRunning(now)) {
                throw new ProblemException(
                        ProgressProblem.REBUILD_RUNNING,
                        "Read GET …/rollup-rebuilds/" + running.id() + " until it has ended.");
            }
            running.finish(RollupRebuild.Status.FAILED, now);
            rebuilds.flush();
        });
        var rebuild = new RollupRebuild(ids.next(), caller.subject(), now);
        rebuilds.persistAndFlush(rebuild);
        requested.fire(new RebuildRequested(caller.organization(), caller.subject(), rebuild.id()));
        return rebuild;
    }
}
