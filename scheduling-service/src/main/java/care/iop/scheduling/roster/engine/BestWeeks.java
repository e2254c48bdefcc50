package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.ExactPlan.Opened;
import care.iop.scheduling.roster.engine.GroupOptions.Option;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The best weeks of one client in order of cost. All weeks are split into parts, first by group and then by what the days hold;
 * a part is looked at only when a cost that it can't stay below has its turn, so that most groups never are.
 */
final class BestWeeks {

    /** Some of the client's weeks beside one group. */
    private record Part(Option group, boolean closed, DayRules rules, int order) {}

    /** A part with a cost that its weeks don't stay below; when it has been looked at, its best week and that one's cost. */
    private record Turn(Part part, long cost, @Nullable Opened best) {}

    /** Of equal cost first what was not looked at yet, so that the order of the weeks does not depend on what was. */
    private static final Comparator<Turn> CHEAPEST_FIRST = Comparator.comparingLong(Turn::cost)
            .thenComparing(turn -> turn.best() != null)
            .thenComparingInt(turn -> turn.part().order());

    private record Question(int pattern, DayRules rules) {}

    private final IndexedProblem problem;
    private final int client;
    private final GroupOptions groups;
    private final ExactPlan plans;
    private final Map<Integer, List<Option>> openings = new HashMap<>();
    private final Map<Question, Optional<WeekPlan>> known = new HashMap<>();
    private final PriorityQueue<Turn> turns = new PriorityQueue<>(CHEAPEST_FIRST);
    private int order;

    BestWeeks(RosterState state, int client) {
        this.problem = state.problem;
        this.client = client;
        this.groups = new GroupOptions(state);
        this.plans = new ExactPlan(state, problem.clients.get(client), true, Blinks.NONE);
    }

    /** At most so many weeks. They differ in the group or in the day of a session, and none leaves more unplaced than the first. */
    List<Week> first(int count) {
        long least = plans.leastCost();
        groups.open(client).forEach(group -> add(group, false, DayRules.ANY, group.cost() + least));
        groups.closed(client).forEach(group -> add(group, true, DayRules.ANY, group.cost() + least));
        List<Week> weeks = new ArrayList<>();
        long first = Cost.IMPOSSIBLE;
        while (weeks.size() < count && !turns.isEmpty()) {
            Turn turn = turns.remove();
            if (!weeks.isEmpty() && Cost.leavesMoreUnplaced(turn.cost(), first)) {
                break;
            }
            Part part = turn.part();
            Opened best = turn.best();
            if (best == null) {
                lookAt(part);
                continue;
            }
            first = weeks.isEmpty() ? turn.cost() : first;
            weeks.add(BestWeek.week(problem, client, best.option(), best.plan()));
            for (DayRules rest : part.rules().allBut(best.plan().dayCodes(problem.clients.get(client)))) {
                add(part.group(), part.closed(), rest, turn.cost());
            }
        }
        return weeks;
    }

    private void add(Option group, boolean closed, DayRules rules, long least) {
        turns.add(new Turn(new Part(group, closed, rules, order++), least, null));
    }

    private void lookAt(Part part) {
        Opened best = best(part);
        if (best != null) {
            turns.add(new Turn(part, best.cost(), best));
        }
    }

    private @Nullable Opened best(Part part) {
        Optional<WeekPlan> plan = planBeside(part.group().cohort(), part.rules());
        if (plan.isEmpty()) {
            return null;
        }
        if (!part.closed()) {
            return new Opened(part.group(), plan.get());
        }
        List<Option> ways =
                openings.computeIfAbsent(part.group().cohort(), cohort -> groups.openings(client, part.group()));
        return plans.opened(ways, plan.get(), part.rules(), Cost.IMPOSSIBLE);
    }

    /** Groups that meet at the same times need only one plan. */
    private Optional<WeekPlan> planBeside(int cohort, DayRules rules) {
        int pattern = cohort == Week.NONE ? problem.cohorts.size() : problem.weekPatterns[cohort];
        return known.computeIfAbsent(
                new Question(pattern, rules),
                question -> Optional.ofNullable(plans.beside(cohort, rules, Cost.IMPOSSIBLE)));
    }
}
