package care.iop.scheduling.roster.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The best complete week of one client given the present state: group, days, starts and clinicians together. Exact for
 * the client's own cost plus what the week adds to overtime, to open groups and to their filling.
 */
final class BestWeek {

    /** A group that the client could join, opened by {@code opener} when it is not open, and what that costs. */
    private record Option(int cohort, int opener, long cost) {}

    /** A week of the search for several: the best one under the rules in one cohort. */
    private record Candidate(Option option, WeekPlan plan, DayRules rules, int order) {

        long cost() {
            return option.cost() + plan.cost();
        }
    }

    private static final Comparator<Option> CHEAPEST_FIRST =
            Comparator.comparingLong(Option::cost).thenComparingInt(Option::cohort);

    private final RosterState state;
    private final IndexedProblem problem;

    BestWeek(RosterState state) {
        this.state = state;
        this.problem = state.problem;
    }

    /** The best week; it leaves everything unplaced when nothing can be placed. */
    Week of(int client) {
        IndexedClient indexed = problem.clients.get(client);
        WeekModel model = new WeekModel(state, indexed, WeekModel.allSessions(state, indexed));
        long least = model.leastCost();
        long bound = Cost.IMPOSSIBLE;
        Option best = null;
        WeekPlan bestPlan = null;
        for (Option option : options(client)) {
            if (option.cost() + least >= bound) {
                break;
            }
            WeekPlan plan = plan(indexed, option, model, DayRules.ANY, bound - option.cost());
            if (plan != null) {
                best = option;
                bestPlan = plan;
                bound = option.cost() + plan.cost();
            }
        }
        if (best == null || bestPlan == null) {
            throw new IllegalStateException("Not even an empty week fits client " + indexed.source.id() + ".");
        }
        return week(client, best, bestPlan);
    }

    /**
     * The best weeks in order of cost, at most {@code count}. They differ in the group or in the day of a session, and
     * none leaves more unplaced than the first. Each step splits the weeks not yet seen into parts and takes the best of
     * all parts.
     */
    List<Week> of(int client, int count) {
        IndexedClient indexed = problem.clients.get(client);
        WeekModel model = new WeekModel(state, indexed, WeekModel.allSessions(state, indexed));
        Map<Integer, List<Option>> byCohort = new HashMap<>();
        List<Option> options = options(client);
        options.forEach(option -> byCohort.computeIfAbsent(option.cohort(), g -> new ArrayList<>())
                .add(option));
        PriorityQueue<Candidate> open =
                new PriorityQueue<>(Comparator.comparingLong(Candidate::cost).thenComparingInt(Candidate::order));
        int order = 0;
        for (int cohort : options.stream().map(Option::cohort).distinct().toList()) {
            offer(open, best(indexed, byCohort.getOrDefault(cohort, List.of()), model, DayRules.ANY, order++));
        }
        List<Week> weeks = new ArrayList<>();
        long first = open.isEmpty() ? 0 : open.element().cost();
        while (weeks.size() < count && !open.isEmpty()) {
            Candidate next = open.remove();
            if (Cost.leavesMoreUnplaced(next.cost(), first)) {
                break;
            }
            weeks.add(week(client, next.option(), next.plan()));
            List<Option> sameCohort = byCohort.getOrDefault(next.option().cohort(), List.of());
            for (DayRules part : next.rules().allBut(next.plan().dayCodes())) {
                offer(open, best(indexed, sameCohort, model, part, order++));
            }
        }
        return weeks;
    }

    /** The week in which nothing is placed. */
    Week empty(int client) {
        IndexedClient indexed = problem.clients.get(client);
        long cost = Cost.soft((long) problem.source.weights().days()
                * indexed.source.preferences().targetDays());
        for (SessionClass sessions : indexed.classes) {
            cost += sessions.unplacedCost * sessions.sessions.length;
        }
        WeekPlan nothing = new WeekPlan(List.of(), cost, 0, List.of());
        return week(client, new Option(Week.NONE, Week.NONE, indexed.noCohortCost), nothing);
    }

    private static void offer(PriorityQueue<Candidate> open, @Nullable Candidate candidate) {
        if (candidate != null) {
            open.add(candidate);
        }
    }

    private @Nullable Candidate best(
            IndexedClient client, List<Option> options, WeekModel model, DayRules rules, int order) {
        Candidate best = null;
        for (Option option : options) {
            long bound = best == null ? Cost.IMPOSSIBLE : best.cost();
            WeekPlan plan = plan(client, option, model, rules, bound - option.cost());
            if (plan != null) {
                best = new Candidate(option, plan, rules, order);
            }
        }
        return best;
    }

    private List<Option> options(int client) {
        IndexedClient indexed = problem.clients.get(client);
        List<Option> options = new ArrayList<>();
        options.add(new Option(Week.NONE, Week.NONE, indexed.noCohortCost));
        for (int i = 0; i < indexed.cohorts.length; i++) {
            int cohort = indexed.cohorts[i];
            if (state.isOpen(cohort)) {
                if (state.admits(cohort, client)) {
                    options.add(new Option(cohort, Week.NONE, indexed.cohortCosts[i] + state.addedMemberCost(cohort)));
                }
            } else if (state.hasRoomsFor(cohort)) {
                addOpenings(options, indexed, cohort, indexed.cohortCosts[i] + state.openingCost(cohort));
            }
        }
        options.sort(CHEAPEST_FIRST);
        return options;
    }

    /** Of the facilitators who never see the client alone, one with the least overtime is as good as any other. */
    private void addOpenings(List<Option> options, IndexedClient client, int cohort, long cost) {
        IndexedCohort indexed = problem.cohorts.get(cohort);
        Option bestStranger = null;
        for (int facilitator : indexed.facilitators) {
            if (!state.canLead(facilitator, cohort)) {
                continue;
            }
            Option option = new Option(cohort, facilitator, cost + state.addedOvertime(facilitator, indexed.minutes));
            if (sees(client, facilitator)) {
                options.add(option);
            } else if (bestStranger == null || option.cost() < bestStranger.cost()) {
                bestStranger = option;
            }
        }
        if (bestStranger != null) {
            options.add(bestStranger);
        }
    }

    private static boolean sees(IndexedClient client, int clinician) {
        return client.classes.stream()
                .anyMatch(sessions -> Arrays.stream(sessions.clinicians).anyMatch(n -> n == clinician));
    }

    private @Nullable WeekPlan plan(IndexedClient client, Option option, WeekModel model, DayRules rules, long bound) {
        IndexedCohort cohort = option.cohort() == Week.NONE ? null : problem.cohorts.get(option.cohort());
        if (option.opener() == Week.NONE || !sees(client, option.opener())) {
            return exact(client, model, cohort, rules, Settled.NOBODY, bound);
        }
        state.open(option.cohort(), option.opener());
        WeekModel withOpenCohort = new WeekModel(state, client, WeekModel.allSessions(state, client));
        WeekPlan plan = exact(client, withOpenCohort, cohort, rules, Settled.NOBODY, bound);
        state.close(option.cohort());
        return plan;
    }

    /** Clinicians whose sessions are decided and charged together, and the overtime that they are charged. */
    private record Settled(Set<Integer> clinicians, long overtime) {

        static final Settled NOBODY = new Settled(Set.of(), 0);

        Settled and(int clinician, long moreOvertime) {
            Set<Integer> more = new HashSet<>(clinicians);
            more.add(clinician);
            return new Settled(more, overtime + moreOvertime);
        }
    }

    /**
     * The model charges each session as if it were its clinician's only new one, which is never too much. When that is too
     * little for a clinician of the plan, every way to give that clinician sessions is tried for itself.
     */
    private @Nullable WeekPlan exact(
            IndexedClient client,
            WeekModel model,
            @Nullable IndexedCohort cohort,
            DayRules rules,
            Settled settled,
            long bound) {
        WeekPlan plan = model.cheapest(cohort, rules);
        if (plan == null || plan.cost() + settled.overtime() >= bound) {
            return null;
        }
        int clinician = undercharged(client, plan, settled);
        if (clinician == Week.NONE) {
            return new WeekPlan(
                    plan.placements(),
                    plan.cost() + settled.overtime(),
                    plan.overtime() + settled.overtime(),
                    plan.dayCodes());
        }
        WeekPlan best = null;
        for (List<Item> split : splits(model.items(), clinician)) {
            int minutes = split.stream()
                    .filter(item -> item.mandatory() && item.choices().indexOf(clinician) >= 0)
                    .mapToInt(item -> item.count() * client.classes.get(item.sessionClass()).minutes)
                    .sum();
            if (!state.hasMinutesFor(clinician, minutes)) {
                continue;
            }
            Settled more = settled.and(clinician, state.addedOvertime(clinician, minutes));
            WeekModel splitModel = new WeekModel(state, client, split);
            WeekPlan found = exact(client, splitModel, cohort, rules, more, best == null ? bound : best.cost());
            best = found == null ? best : found;
        }
        return best;
    }

    private int undercharged(IndexedClient client, WeekPlan plan, Settled settled) {
        Map<Integer, Integer> minutes = new HashMap<>();
        Map<Integer, Long> charged = new HashMap<>();
        for (WeekPlan.Placement placement : plan.placements()) {
            if (!settled.clinicians().contains(placement.clinician())) {
                minutes.merge(
                        placement.clinician(), client.classes.get(placement.sessionClass()).minutes, Integer::sum);
                charged.merge(placement.clinician(), placement.overtime(), Long::sum);
            }
        }
        return minutes.keySet().stream()
                .filter(n -> !state.hasMinutesFor(n, minutes.getOrDefault(n, 0))
                        || state.addedOvertime(n, minutes.getOrDefault(n, 0)) > charged.getOrDefault(n, 0L))
                .min(Comparator.naturalOrder())
                .orElse(Week.NONE);
    }

    /** Every way to decide how many sessions of each item the clinician holds. */
    private static List<List<Item>> splits(List<Item> items, int clinician) {
        List<List<Item>> splits = List.of(List.of());
        for (Item item : items) {
            int index = item.choices().indexOf(clinician);
            int most = index < 0 || item.mandatory() ? 0 : item.count();
            List<List<Item>> longer = new ArrayList<>();
            for (List<Item> split : splits) {
                for (int given = 0; given <= most; given++) {
                    List<Item> next = new ArrayList<>(split);
                    if (given > 0) {
                        next.add(new Item(
                                item.sessionClass(), given, item.choices().only(index), true));
                    }
                    if (given < item.count()) {
                        boolean untouched = index < 0 || item.mandatory();
                        next.add(new Item(
                                item.sessionClass(),
                                item.count() - given,
                                untouched ? item.choices() : item.choices().without(index),
                                item.mandatory()));
                    }
                    longer.add(next);
                }
            }
            splits = longer;
        }
        return splits;
    }

    private Week week(int client, Option option, WeekPlan plan) {
        IndexedClient indexed = problem.clients.get(client);
        long ownCost = indexed.cohortCost(option.cohort()) + plan.cost() - plan.overtime();
        return Week.of(client, indexed, option.cohort(), option.opener(), plan, ownCost, option.cost() + plan.cost());
    }
}
