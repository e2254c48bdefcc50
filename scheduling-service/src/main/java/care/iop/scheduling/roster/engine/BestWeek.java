package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.GroupOptions.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The best complete week of one client given the present state: group, days, starts and clinicians together. Exact for
 * the client's own cost plus what the week adds to overtime, to open groups and to their filling.
 */
final class BestWeek {

    private final RosterState state;
    private final IndexedProblem problem;
    private final GroupOptions groups;
    private final boolean thorough;
    private final Blinks blinks;

    BestWeek(RosterState state) {
        this(state, true, Blinks.NONE);
    }

    private BestWeek(RosterState state, boolean thorough, Blinks blinks) {
        this.state = state;
        this.problem = state.problem;
        this.groups = new GroupOptions(state);
        this.thorough = thorough;
        this.blinks = blinks;
    }

    /**
     * One that is exact but for the overtime of several sessions with one clinician, which it counts but doesn't weigh against
     * splitting them up: much faster, and what it misses the search finds by other steps. What blinks overlook it misses, too.
     */
    static BestWeek quick(RosterState state, Blinks blinks) {
        return new BestWeek(state, false, blinks);
    }

    /**
     * The best week; it leaves everything unplaced when nothing can be placed. Groups that are open come first; those that
     * would have to be opened are looked at only as far as they can still be better, and groups that meet at the same times
     * need only one plan.
     */
    Week of(int client) {
        IndexedClient indexed = problem.clients.get(client);
        Search search = new Search(indexed);
        for (Option option : groups.open(client)) {
            if (option.cost() + search.least >= search.bound) {
                break;
            }
            if (option.cohort() == Week.NONE || !blinks.overlooksGroup()) {
                search.tryOpen(option);
            }
        }
        for (Option closed : groups.closed(client)) {
            if (closed.cost() + search.least >= search.bound) {
                break;
            }
            search.tryClosed(groups.openings(client, closed));
        }
        if (search.best == null) {
            // What is pinned leaves no room for the pinned group.
            search.tryOpen(new Option(Week.NONE, Week.NONE, indexed.noCohortCost));
        }
        if (search.best == null || search.bestPlan == null) {
            throw new IllegalStateException("Not even an empty week fits client " + indexed.source.id() + ".");
        }
        return week(problem, client, search.best, search.bestPlan);
    }

    /** The best so far of one client's options, and what is known of each pattern of blocks. */
    private final class Search {

        private final ExactPlan plans;

        /** A cost that no plan stays below. */
        private final long least;

        /** The same by pattern of blocks. */
        private final long[] planCosts = new long[problem.cohorts.size() + 1];

        private long bound = Cost.IMPOSSIBLE;
        private @Nullable Option best;
        private @Nullable WeekPlan bestPlan;

        Search(IndexedClient client) {
            this.plans = new ExactPlan(state, client, thorough, blinks);
            this.least = plans.leastCost();
            Arrays.fill(planCosts, least);
        }

        void tryOpen(Option option) {
            WeekPlan plan = planBeside(option);
            if (plan != null) {
                keep(option, plan);
            }
        }

        void tryClosed(List<Option> openings) {
            WeekPlan untouched = openings.isEmpty() ? null : planBeside(openings.get(0));
            if (untouched != null) {
                ExactPlan.Opened opened = plans.opened(openings, untouched, DayRules.ANY, bound);
                if (opened != null) {
                    keep(opened.option(), opened.plan());
                }
            }
        }

        /** The cheapest plan beside the group as the state is now, absent when it can't be better than the best so far. */
        private @Nullable WeekPlan planBeside(Option option) {
            int pattern = option.cohort() == Week.NONE ? problem.cohorts.size() : problem.weekPatterns[option.cohort()];
            if (option.cost() + planCosts[pattern] >= bound) {
                return null;
            }
            WeekPlan plan = plans.beside(option.cohort(), DayRules.ANY, bound - option.cost());
            planCosts[pattern] = plan == null ? bound - option.cost() : plan.cost();
            return plan;
        }

        private void keep(Option option, WeekPlan plan) {
            best = option;
            bestPlan = plan;
            bound = option.cost() + plan.cost();
        }
    }

    /** The week in which nothing is placed but what is pinned. */
    Week empty(int client) {
        IndexedClient indexed = problem.clients.get(client);
        WeekModel nobody = new WeekModel(
                state,
                indexed,
                IntStream.range(0, indexed.classes.size())
                        .mapToObj(c -> new Item(c, indexed.classes.get(c).sessions.length, Item.Choices.NONE, false))
                        .toList());
        WeekPlan nothing = Objects.requireNonNull(nobody.cheapest(Week.NONE, DayRules.ANY, Cost.IMPOSSIBLE));
        return week(problem, client, new Option(Week.NONE, Week.NONE, indexed.noCohortCost), nothing);
    }

    static Week week(IndexedProblem problem, int client, Option option, WeekPlan plan) {
        IndexedClient indexed = problem.clients.get(client);
        long ownCost = indexed.constantCost + indexed.cohortCost(option.cohort()) + plan.cost() - plan.overtime();
        long addedCost = indexed.constantCost + option.cost() + plan.cost();
        return Week.of(client, indexed, option.cohort(), option.opener(), plan, ownCost, addedCost);
    }
}
