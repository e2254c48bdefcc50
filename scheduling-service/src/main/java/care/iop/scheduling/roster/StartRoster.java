package care.iop.scheduling.roster;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.program.Programs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** Asks for a week to be decided; the work begins when the asking is committed. */
@ApplicationScoped
class StartRoster {

    /** A week that was run on paper can still be entered. */
    private static final int WEEKS_BACK = 4;

    private static final int WEEKS_AHEAD = 26;

    private final RosterRuns runs;
    private final Programs programs;
    private final RosterRunner runner;
    private final RosterLeases leases;
    private final Event<RosterRunQueued> queued;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    StartRoster(
            RosterRuns runs,
            Programs programs,
            RosterRunner runner,
            RosterLeases leases,
            Event<RosterRunQueued> queued,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.runs = runs;
        this.programs = programs;
        this.runner = runner;
        this.leases = leases;
        this.queued = queued;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /** Queues a run, unless the program has one that is not finished or too many are waiting. */
    @Transactional
    RosterRun start(RosterRunRequest request) {
        var program = programs.requireNamed("/programId", request.programId());
        if (request.scope() == RosterScope.REPLAN) {
            throw ProblemException.invalid(
                    "/scope", "must be REMAINING or WHOLE; for one change of the week ask for a replan");
        }
        requireSensible(request.weekStartingOn(), LocalDate.now(clock.withZone(program.zone())));
        programs.requireLocked(program.id());
        if (runs.isActiveIn(program.id())) {
            throw new ProblemException(
                    SchedulingProblem.ROSTER_RUN_ACTIVE,
                    "Wait until it is SOLVED or FAILED, or cancel it, then ask again.");
        }
        if (!runner.hasRoom()) {
            throw new ProblemException(SchedulingProblem.ROSTER_QUEUE_FULL, "Ask again in a minute.");
        }
        var run = new RosterRun(ids.next(), request, clock.instant(), caller.subject(), leases.until());
        runs.persistAndFlush(run);
        queued.fire(new RosterRunQueued(caller.organization(), run.id()));
        return run;
    }

    private static void requireSensible(LocalDate week, LocalDate today) {
        if (week.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw ProblemException.invalid("/weekStartingOn", "must be a Monday");
        }
        if (week.isBefore(today.minusWeeks(WEEKS_BACK + 1L)) || week.isAfter(today.plusWeeks(WEEKS_AHEAD))) {
            throw ProblemException.invalid(
                    "/weekStartingOn", "must be from " + WEEKS_BACK + " weeks ago to " + WEEKS_AHEAD + " weeks ahead");
        }
    }
}
