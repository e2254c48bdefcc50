package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One client's sessions against the present state, ready to be planned around any group: a dynamic program over the days
 * of the week, whose state is how many sessions of each item are placed and how many days are used. It is exact except
 * that a clinician's overtime, weekly maximum and break are looked at per session and not for several together;
 * {@link BestWeek} closes that gap.
 */
final class WeekModel {

    private static final int DAY_COUNTS = Grid.DAYS + 1;

    private final RosterState state;
    private final IndexedClient client;
    private final List<Item> items;
    private final WeekShape shape;
    private final StartCosts starts;
    private final long gapCost;

    /** By day and pattern of the group's blocks on it. */
    private final @Nullable DayPlans[][] dayPlans;

    private final long[] dayCosts = new long[DAY_COUNTS];
    private final long[][] costs;
    private final short[][] choices;

    WeekModel(RosterState state, IndexedClient client, List<Item> items) {
        this(state, client, items, new WeekShape(client, items), Blinks.NONE);
    }

    private WeekModel(RosterState state, IndexedClient client, List<Item> items, WeekShape shape, Blinks blinks) {
        this.state = state;
        this.client = client;
        this.items = items;
        this.shape = shape;
        this.starts = new StartCosts(client, items, state, blinks);
        this.gapCost = (long) state.problem.source.weights().gap()
                * state.problem.grid.cellMinutes()
                / WeekWindow.GRID_MINUTES;
        this.dayPlans = new DayPlans[Grid.DAYS][state.problem.dayPatternCount];
        this.costs = new long[2][shape.vectors * DAY_COUNTS];
        this.choices = new short[Grid.DAYS][shape.vectors * DAY_COUNTS];
        for (int count = 0; count < DAY_COUNTS; count++) {
            int distance = Math.abs(count - client.source.preferences().targetDays());
            dayCosts[count] = count > client.mostDays
                    ? Cost.IMPOSSIBLE
                    : Cost.soft((long) distance * state.problem.source.weights().days());
        }
    }

    /** The same sessions against the state as it is now. */
    WeekModel again() {
        return new WeekModel(state, client, items, shape, Blinks.NONE);
    }

    /** All sessions of the client, each by any clinician of the care team who has the minutes for it and is not overlooked. */
    static WeekModel ofAllSessions(RosterState state, IndexedClient client, Blinks blinks) {
        List<Item> items = new ArrayList<>(client.classes.size());
        for (int c = 0; c < client.classes.size(); c++) {
            SessionClass sessions = client.classes.get(c);
            int count = 0;
            for (int clinician : sessions.clinicians) {
                count += state.hasMinutesFor(clinician, sessions.minutes) ? 1 : 0;
            }
            int[] clinicians = new int[count];
            long[] overtimes = new long[count];
            long[] costs = new long[count];
            for (int i = 0, j = 0; j < sessions.clinicians.length; j++) {
                int clinician = sessions.clinicians[j];
                if (state.hasMinutesFor(clinician, sessions.minutes)) {
                    clinicians[i] = clinician;
                    overtimes[i] = state.addedOvertime(clinician, sessions.minutes);
                    costs[i] = sessions.clinicianCosts[j] + overtimes[i];
                    i++;
                }
            }
            items.add(new Item(c, sessions.sessions.length, new Item.Choices(clinicians, costs, overtimes), false));
        }
        return new WeekModel(state, client, items, client.shape, blinks);
    }

    List<Item> items() {
        return items;
    }

    /** A cost that no plan can stay below, whatever the group. */
    long leastCost() {
        long least = 0;
        for (int i = 0; i < items.size(); i++) {
            long each = client.classes.get(items.get(i).sessionClass()).unplacedCost;
            least += Math.min(each, starts.least(i)) * items.get(i).count();
        }
        return least;
    }

    /** The cheapest plan below the bound beside a group (or none), absent when there is none or the rules forbid it. */
    @Nullable
    WeekPlan cheapest(int cohort, DayRules rules, long bound) {
        IndexedCohort group = cohort == Week.NONE ? null : state.problem.cohorts.get(cohort);
        DayPlans[] days = new DayPlans[Grid.DAYS];
        long[] later = new long[Grid.DAYS + 1];
        for (int day = Grid.DAYS - 1; day >= 0; day--) {
            DayPlans plans = plansOn(day, cohort);
            if (plans == null) {
                return null;
            }
            days[day] = plans;
            later[day] = later[day + 1] + plans.least();
        }
        if (later[0] >= bound) {
            return null;
        }
        boolean anything = rules.allowAll();
        long[] now = costs[0];
        long[] next = costs[1];
        Arrays.fill(now, Cost.IMPOSSIBLE);
        now[0] = 0;
        for (int day = 0; day < Grid.DAYS; day++) {
            int blockMinutes = client.minutesOn(day, group);
            Arrays.fill(next, Cost.IMPOSSIBLE);
            long most = Math.min(Cost.IMPOSSIBLE, bound - later[day + 1]);
            for (int subset = 0; subset < shape.subsets.size(); subset++) {
                long dayCost = days[day].cost(subset);
                if (dayCost < Cost.IMPOSSIBLE && (anything || rules.allows(day, shape.subsets.code(subset)))) {
                    int used = client.countsAsDay(day, blockMinutes + shape.subsets.minutes(subset)) ? 1 : 0;
                    advance(now, next, choices[day], subset, dayCost, used, day, most);
                }
            }
            long[] swap = now;
            now = next;
            next = swap;
        }
        int best = cheapestEnd(now, group, bound);
        return best < 0 ? null : plan(best, now[best] + endCost(best), days, group);
    }

    private void advance(
            long[] now, long[] next, short[] dayChoices, int subset, long dayCost, int used, int day, long most) {
        int shift = shape.shifts[subset];
        for (int vector : shape.from[subset]) {
            int base = vector * DAY_COUNTS;
            int target = (vector + shift) * DAY_COUNTS + used;
            for (int count = 0; count <= day; count++) {
                long cost = now[base + count] + dayCost;
                if (cost < next[target + count] && cost < most) {
                    next[target + count] = cost;
                    dayChoices[target + count] = (short) subset;
                }
            }
        }
    }

    private int cheapestEnd(long[] ends, @Nullable IndexedCohort group, long bound) {
        int otherMinutes = client.pinnedMinutes + (group == null ? 0 : group.minutes);
        int best = -1;
        long bestCost = Math.min(bound, Cost.IMPOSSIBLE);
        for (int end = 0; end < ends.length; end++) {
            if (ends[end] >= Cost.IMPOSSIBLE || otherMinutes + shape.minutes[end / DAY_COUNTS] > client.mostMinutes) {
                continue;
            }
            long cost = ends[end] + endCost(end);
            if (cost < bestCost) {
                best = end;
                bestCost = cost;
            }
        }
        return best;
    }

    /** What a week costs for what it leaves unplaced and for the number of its days. */
    private long endCost(int end) {
        return Math.min(Cost.IMPOSSIBLE, shape.unplaced[end / DAY_COUNTS] + dayCosts[end % DAY_COUNTS]);
    }

    private WeekPlan plan(int end, long cost, DayPlans[] days, @Nullable IndexedCohort group) {
        int[] subsets = new int[Grid.DAYS];
        int at = end;
        int placed = 0;
        for (int day = Grid.DAYS - 1; day >= 0; day--) {
            int subset = choices[day][at];
            subsets[day] = subset;
            placed += shape.subsets.items(subset).length;
            at -= shape.shifts[subset] * DAY_COUNTS;
            int minutes = client.minutesOn(day, group) + shape.subsets.minutes(subset);
            at -= client.countsAsDay(day, minutes) ? 1 : 0;
        }
        WeekPlan.Placement[] placements = new WeekPlan.Placement[placed];
        long overtime = 0;
        for (int day = Grid.DAYS - 1; day >= 0; day--) {
            int[] dayItems = shape.subsets.items(subsets[day]);
            int[] dayStarts = dayItems.length == 0 ? dayItems : days[day].starts(subsets[day]);
            for (int i = 0; i < dayItems.length; i++) {
                Item item = items.get(dayItems[i]);
                int choice = starts.choice(dayItems[i], day, dayStarts[i]);
                long each = item.choices().overtimes[choice];
                overtime += each;
                placements[--placed] = new WeekPlan.Placement(
                        item.sessionClass(), item.choices().clinicians[choice], day, dayStarts[i], each);
            }
        }
        return new WeekPlan(List.of(placements), cost, overtime);
    }

    private @Nullable DayPlans plansOn(int day, int cohort) {
        int pattern = cohort == Week.NONE ? 0 : state.problem.dayPatterns[cohort][day];
        DayPlans known = dayPlans[day][pattern];
        if (known != null) {
            return known;
        }
        IndexedCohort group = cohort == Week.NONE ? null : state.problem.cohorts.get(cohort);
        List<IndexedCohort.Block> blocks = client.blocksOn(day, group);
        if (blocks == null) {
            return null;
        }
        int itemMinutes =
                client.sessionsMakeAWeek() ? client.source.limits().maxDayMinutes() - client.minutesOn(day, group) : 0;
        DayPlans plans = new DayPlans(
                shape,
                starts,
                day,
                state.problem.grid.cells(),
                blocks,
                gapCost,
                itemMinutes,
                client.pinnedVisitsOn(day));
        dayPlans[day][pattern] = plans;
        return plans;
    }
}
