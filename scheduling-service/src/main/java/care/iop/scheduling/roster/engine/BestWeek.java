package care.iop.scheduling.roster.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;
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
    private final boolean thorough;

    BestWeek(RosterState state) {
        this(state, true);
    }

    private BestWeek(RosterState state, boolean thorough) {
        this.state = state;
        this.problem = state.problem;
        this.thorough = thorough;
    }

    /**
     * One that is exact but for the overtime of several sessions with one clinician, which it counts but doesn't weigh against
     * splitting them up: much faster, and what it misses the search finds by other steps.
     */
    static BestWeek quick(RosterState state) {
        return new BestWeek(state, false);
    }

    /**
     * The best week; it leaves everything unplaced when nothing can be placed. Groups that are open come first; those that
     * would have to be opened are looked at only as far as they can still be better, and groups that meet at the same times
     * need only one plan.
     */
    Week of(int client) {
        IndexedClient indexed = problem.clients.get(client);
        WeekModel model = WeekModel.ofAllSessions(state, indexed);
        long least = model.leastCost();
        Search search = new Search(indexed, model);
        for (Option option : openOptions(client)) {
            if (option.cost() + least >= search.bound) {
                break;
            }
            search.tryPlan(option);
        }
        for (Option closed : closedOptions(client)) {
            if (closed.cost() + least >= search.bound) {
                break;
            }
            List<Option> openings = new ArrayList<>();
            addOpenings(openings, indexed, closed.cohort(), closed.cost());
            openings.sort(CHEAPEST_FIRST);
            for (Option option : openings) {
                if (option.cost() + least < search.bound) {
                    search.tryPlan(option);
                }
            }
        }
        if (search.best == null) {
            // What is pinned leaves no room for the pinned group.
            search.tryPlan(new Option(Week.NONE, Week.NONE, indexed.noCohortCost));
        }
        if (search.best == null || search.bestPlan == null) {
            throw new IllegalStateException("Not even an empty week fits client " + indexed.source.id() + ".");
        }
        return week(client, search.best, search.bestPlan);
    }

    /** The best so far of one client's options, and what is known of each pattern of blocks. */
    private final class Search {

        private final IndexedClient client;
        private final WeekModel model;
        private final long[] planCosts = new long[problem.cohorts.size() + 1];
        private final boolean[] tried = new boolean[planCosts.length];
        private long bound = Cost.IMPOSSIBLE;
        private @Nullable Option best;
        private @Nullable WeekPlan bestPlan;

        Search(IndexedClient client, WeekModel model) {
            this.client = client;
            this.model = model;
        }

        void tryPlan(Option option) {
            int pattern = option.cohort() == Week.NONE ? problem.cohorts.size() : problem.weekPatterns[option.cohort()];
            boolean alone = option.opener() != Week.NONE && sees(client, option.opener());
            if (!alone && tried[pattern] && option.cost() + planCosts[pattern] >= bound) {
                return;
            }
            WeekPlan plan = plan(client, option, model, DayRules.ANY, bound - option.cost());
            if (!alone) {
                tried[pattern] = true;
                planCosts[pattern] = plan == null ? bound - option.cost() : plan.cost();
            }
            if (plan != null) {
                best = option;
                bestPlan = plan;
                bound = option.cost() + plan.cost();
            }
        }
    }

    /**
     * The best weeks in order of cost, at most {@code count}. They differ in the group or in the day of a session, and
     * none leaves more unplaced than the first. Each step splits the weeks not yet seen into parts and takes the best of
     * all parts.
     */
    List<Week> of(int client, int count) {
        IndexedClient indexed = problem.clients.get(client);
        WeekModel model = WeekModel.ofAllSessions(state, indexed);
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
        List<Option> options = openOptions(client);
        IndexedClient indexed = problem.clients.get(client);
        for (Option closed : closedOptions(client)) {
            addOpenings(options, indexed, closed.cohort(), closed.cost());
        }
        options.sort(CHEAPEST_FIRST);
        return options;
    }

    /** No group, and the open ones that have a seat; who is pinned to one of them has no other choice. */
    private List<Option> openOptions(int client) {
        IndexedClient indexed = problem.clients.get(client);
        List<Option> options = new ArrayList<>();
        options.add(new Option(Week.NONE, Week.NONE, indexed.noCohortCost));
        for (int i = 0; i < indexed.cohorts.length; i++) {
            int cohort = indexed.cohorts[i];
            if (state.isOpen(cohort) && state.admits(cohort, client)) {
                options.add(new Option(cohort, Week.NONE, indexed.cohortCosts[i] + state.addedMemberCost(cohort)));
            }
        }
        if (options.size() > 1 && indexed.pinnedCohort != IndexedClient.FREE && fitsPins(indexed)) {
            options.remove(0);
        }
        options.sort(CHEAPEST_FIRST);
        return options;
    }

    private boolean fitsPins(IndexedClient client) {
        for (int day = 0; day < Grid.DAYS; day++) {
            if (client.blocksOn(day, problem.cohorts.get(client.pinnedCohort)) == null) {
                return false;
            }
        }
        return true;
    }

    /** Groups that could be opened, at what that costs whoever leads them; the real cost is not less. */
    private List<Option> closedOptions(int client) {
        IndexedClient indexed = problem.clients.get(client);
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < indexed.cohorts.length; i++) {
            int cohort = indexed.cohorts[i];
            if (!state.isOpen(cohort) && state.hasRoomsFor(cohort) && state.admits(cohort, client)) {
                options.add(new Option(cohort, Week.NONE, indexed.cohortCosts[i] + leastOpeningCost(cohort)));
            }
        }
        options.sort(CHEAPEST_FIRST);
        return options;
    }

    private long leastOpeningCost(int cohort) {
        int published = problem.cohorts.get(cohort).publishedFacilitator;
        return state.openingCost(cohort) + (published >= 0 ? state.leadingCost(cohort, published) : 0);
    }

    /** Of the facilitators who never see the client alone, one with the least overtime is as good as any other. */
    private void addOpenings(List<Option> options, IndexedClient client, int cohort, long leastCost) {
        IndexedCohort indexed = problem.cohorts.get(cohort);
        long cost = leastCost - leastOpeningCost(cohort) + state.openingCost(cohort);
        Option bestStranger = null;
        for (int facilitator : indexed.facilitators) {
            Option option = new Option(cohort, facilitator, cost + state.leadingCost(cohort, facilitator));
            boolean sees = sees(client, facilitator);
            if ((!sees && bestStranger != null && option.cost() >= bestStranger.cost())
                    || !state.canLead(facilitator, cohort)) {
                continue;
            }
            if (sees) {
                options.add(option);
            } else {
                bestStranger = option;
            }
        }
        if (bestStranger != null) {
            options.add(bestStranger);
        }
    }

    private static boolean sees(IndexedClient client, int clinician) {
        for (SessionClass sessions : client.classes) {
            if (Arrays.binarySearch(sessions.clinicians, clinician) >= 0) {
                return true;
            }
        }
        return false;
    }

    private @Nullable WeekPlan plan(IndexedClient client, Option option, WeekModel model, DayRules rules, long bound) {
        int cohort = option.cohort();
        if (option.opener() == Week.NONE || !sees(client, option.opener())) {
            return exact(client, model, cohort, rules, Settled.NOBODY, bound);
        }
        state.open(option.cohort(), option.opener());
        WeekModel withOpenCohort = WeekModel.ofAllSessions(state, client);
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
            IndexedClient client, WeekModel model, int cohort, DayRules rules, Settled settled, long bound) {
        WeekPlan plan = model.cheapest(cohort, rules, bound - settled.overtime());
        if (plan == null) {
            return null;
        }
        WeekPlan.Placement unrested = unrested(client, plan);
        if (unrested != null) {
            return besideBreak(client, model, cohort, rules, settled, bound, unrested);
        }
        int clinician = undercharged(client, plan, settled);
        if (clinician == Week.NONE) {
            return new WeekPlan(
                    plan.placements(),
                    plan.cost() + settled.overtime(),
                    plan.overtime() + settled.overtime(),
                    plan.dayCodes());
        }
        if (!thorough) {
            WeekPlan honest = charged(client, plan, settled);
            if (honest != null) {
                return honest.cost() < bound ? honest : null;
            }
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

    /** The plan with the overtime that it really takes, absent when someone has not enough minutes for it. */
    private @Nullable WeekPlan charged(IndexedClient client, WeekPlan plan, Settled settled) {
        List<WeekPlan.Placement> placements = plan.placements();
        long more = 0;
        for (int i = 0; i < placements.size(); i++) {
            int clinician = placements.get(i).clinician();
            int minutes = 0;
            long charged = 0;
            boolean first = true;
            for (int j = 0; j < placements.size(); j++) {
                if (placements.get(j).clinician() == clinician) {
                    first &= j >= i;
                    minutes += client.classes.get(placements.get(j).sessionClass()).minutes;
                    charged += placements.get(j).overtime();
                }
            }
            if (!first || settled.clinicians().contains(clinician)) {
                continue;
            }
            if (!state.hasMinutesFor(clinician, minutes)) {
                return null;
            }
            more += state.addedOvertime(clinician, minutes) - charged;
        }
        long added = more + settled.overtime();
        return new WeekPlan(placements, plan.cost() + added, plan.overtime() + added, plan.dayCodes());
    }

    private int undercharged(IndexedClient client, WeekPlan plan, Settled settled) {
        List<WeekPlan.Placement> placements = plan.placements();
        int found = Week.NONE;
        for (WeekPlan.Placement placement : placements) {
            int clinician = placement.clinician();
            if ((found != Week.NONE && clinician >= found)
                    || settled.clinicians().contains(clinician)) {
                continue;
            }
            int minutes = 0;
            long charged = 0;
            for (WeekPlan.Placement other : placements) {
                if (other.clinician() == clinician) {
                    minutes += client.classes.get(other.sessionClass()).minutes;
                    charged += other.overtime();
                }
            }
            if (!state.hasMinutesFor(clinician, minutes) || state.addedOvertime(clinician, minutes) > charged) {
                found = clinician;
            }
        }
        return found;
    }

    /** A session of the plan whose clinician would be left without a break by it and another of the same day. */
    private WeekPlan.@Nullable Placement unrested(IndexedClient client, WeekPlan plan) {
        for (WeekPlan.Placement placement : plan.placements()) {
            if (problem.clinicians.get(placement.clinician()).hasPause) {
                BitSet taken = new BitSet();
                for (WeekPlan.Placement other : plan.placements()) {
                    if (other.clinician() == placement.clinician() && other.day() == placement.day()) {
                        taken.set(other.start(), other.start() + client.classes.get(other.sessionClass()).cells);
                    }
                }
                if (BreakGuard.takesPause(state, placement.clinician(), placement.day(), taken)) {
                    return placement;
                }
            }
        }
        return null;
    }

    /** The best plan that leaves the clinician a break on that day: each time for it is tried for itself. */
    private @Nullable WeekPlan besideBreak(
            IndexedClient client,
            WeekModel model,
            int cohort,
            DayRules rules,
            Settled settled,
            long bound,
            WeekPlan.Placement unrested) {
        IndexedClinician clinician = problem.clinicians.get(unrested.clinician());
        WeekPlan best = null;
        for (int t = clinician.pauseFrom; t + clinician.pauseCells <= clinician.pauseUntil; t++) {
            int from = state.cell(unrested.day(), t);
            int until = from + clinician.pauseCells;
            if (state.isIdle(unrested.clinician(), from, until)) {
                state.hold(unrested.clinician(), from, until, true);
                WeekPlan plan =
                        exact(client, model.again(), cohort, rules, settled, best == null ? bound : best.cost());
                state.hold(unrested.clinician(), from, until, false);
                best = plan == null ? best : plan;
            }
        }
        return best;
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
        long ownCost = indexed.constantCost + indexed.cohortCost(option.cohort()) + plan.cost() - plan.overtime();
        long addedCost = indexed.constantCost + option.cost() + plan.cost();
        return Week.of(client, indexed, option.cohort(), option.opener(), plan, ownCost, addedCost);
    }
}
