package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.constraint.RosterConstraints;
import care.iop.scheduling.roster.engine.problem.PublishedWeek;
import care.iop.scheduling.roster.engine.problem.Roster;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Decides weekly rosters. It never breaks a hard rule: what can't be placed is left unassigned with the reason. Stateless
 * and safe to share between threads; each call works on the calling thread alone.
 */
public final class RosterEngine {

    private static final int MOST_WEEKS = 20;

    private final LongSupplier nanoTime;

    /** An engine whose time limit is wall time. */
    public RosterEngine() {
        this(System::nanoTime);
    }

    RosterEngine(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Decides the whole program's week: first every client by priority and difficulty, each with the best complete week
     * given those before, then improvement until a limit is reached.
     */
    public RosterResult solve(RosterProblem problem, Limits limits) {
        return solve(problem, limits, SearchListener.NONE, () -> false);
    }

    /**
     * Decides the week as {@link #solve(RosterProblem, Limits)} does, tells how it goes, and ends early with the best roster
     * so far when it is cancelled.
     *
     * @param cancelled asked before every step, so it should be quick
     */
    public RosterResult solve(
            RosterProblem problem, Limits limits, SearchListener listener, BooleanSupplier cancelled) {
        return solve(new IndexedProblem(problem), limits, new Watch(nanoTime, limits.time(), listener, cancelled));
    }

    /**
     * Decides anew what may move of a published roster, and leaves everything else as it is: same groups, clinicians and
     * times. Each change has its price, so that as little as possible changes. What the problem no longer permits (a
     * clinician is away, a room is gone, a client has other hours) may move in any case; clients who are new are placed
     * when they are free to move. The notice is the problem's own published week's, when it has one.
     *
     * @throws IllegalArgumentException when something in the roster contradicts itself
     */
    public RosterResult replan(RosterProblem problem, Roster published, Freedom free, Limits limits) {
        return replan(problem, published, free, limits, SearchListener.NONE, () -> false);
    }

    /** Decides anew as the other {@code replan} does, tells how it goes, and ends early when it is cancelled. */
    public RosterResult replan(
            RosterProblem problem,
            Roster published,
            Freedom free,
            Limits limits,
            SearchListener listener,
            BooleanSupplier cancelled) {
        int notice = problem.published() == null ? 0 : problem.published().noticeUntilMinute();
        return solve(
                new IndexedProblem(problem.after(new PublishedWeek(published, notice)), free),
                limits,
                new Watch(nanoTime, limits.time(), listener, cancelled));
    }

    /**
     * Decides several weeks of a prescription such that they are as alike as they can be: the first by itself, each further
     * one at the price of its changes from the week before. A week that is just like an earlier one gets that one's roster, so
     * that an exception in between (a holiday, a clinician away) changes that week alone. Sessions keep their ids from week to
     * week.
     *
     * @param limits for each week that has to be searched
     */
    public List<RosterResult> solveWeeks(List<RosterProblem> weeks, Limits limits) {
        List<RosterResult> results = new ArrayList<>();
        for (RosterProblem week : weeks) {
            int alike = weeks.indexOf(week);
            if (alike < results.size()) {
                results.add(results.get(alike));
            } else if (results.isEmpty()) {
                results.add(solve(week, limits));
            } else {
                Roster before = results.get(results.size() - 1).roster();
                results.add(replan(week, before, Freedom.EVERYTHING, limits));
            }
        }
        return List.copyOf(results);
    }

    private static RosterResult solve(IndexedProblem indexed, Limits limits, Watch watch) {
        RosterProblem problem = indexed.source;
        RosterState state = RosterState.empty(indexed);
        Construction.openFixedCohorts(state);
        Construction.keepPublished(state, watch);
        Construction.placeEveryone(state, watch);
        long steps = new Improvement(state, limits.seed()).run(limits, watch);
        watch.report(steps, state.cost());
        Roster roster = RosterWriter.write(state);
        List<Unassigned> unassigned = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        List<Compromise> compromises = new ArrayList<>();
        Obstacles obstacles = new Obstacles(state);
        for (int client = 0; client < problem.clients().size(); client++) {
            Week week = state.remove(client);
            unassigned.addAll(obstacles.explain(week));
            warnings.addAll(Warnings.about(indexed, week));
            compromises.addAll(new Compromises(state, week).explain());
            state.add(week);
        }
        return new RosterResult(
                roster, RosterConstraints.score(problem, roster), unassigned, warnings, compromises, steps);
    }

    /**
     * The best week of one client given a published roster in which nobody else moves; what the roster holds for this
     * client is disregarded.
     *
     * @throws IllegalArgumentException when the client or something in the roster is not in the problem
     */
    public ClientWeek bestWeek(RosterProblem problem, Roster roster, String clientId) {
        return new PublishedRoster(problem, roster, clientId).bestWeek();
    }

    /**
     * The best weeks of one client, best first, at most {@code count} (1 to 20). They differ in the group or in the day of
     * at least one session, and none leaves more unplaced than the first.
     *
     * @throws IllegalArgumentException when the client or something in the roster is not in the problem
     */
    public List<ClientWeek> bestWeeks(RosterProblem problem, Roster roster, String clientId, int count) {
        if (count < 1 || count > MOST_WEEKS) {
            throw new IllegalArgumentException(
                    "Between 1 and %d weeks can be asked for, not %d.".formatted(MOST_WEEKS, count));
        }
        return new PublishedRoster(problem, roster, clientId).bestWeeks(count);
    }
}
