package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One client's sessions against the present state, ready to be planned around any group: a dynamic program over the days
 * of the week, whose state is how many sessions of each item are placed and how many days are used. It is exact except
 * that a clinician's overtime and weekly maximum are counted per session and not for several together; {@link BestWeek}
 * closes that gap.
 */
final class WeekModel {

    private static final int DAY_COUNTS = Grid.DAYS + 1;

    private final RosterState state;
    private final IndexedClient client;
    private final List<Item> items;
    private final DaySubsets subsets;
    private final int[] lengths;
    private final int[] vectorSteps;
    private final int vectors;
    private final StartCosts[] starts = new StartCosts[Grid.DAYS];
    private final List<Map<List<IndexedCohort.Block>, DayPlans>> dayPlans = new ArrayList<>();

    WeekModel(RosterState state, IndexedClient client, List<Item> items) {
        this.state = state;
        this.client = client;
        this.items = List.copyOf(items);
        this.subsets = new DaySubsets(client, items);
        this.lengths = items.stream()
                .mapToInt(item -> client.classes.get(item.sessionClass()).cells)
                .toArray();
        this.vectorSteps = new int[items.size()];
        int product = 1;
        for (int i = 0; i < items.size(); i++) {
            vectorSteps[i] = product;
            product *= items.get(i).count() + 1;
        }
        this.vectors = product;
        for (int day = 0; day < Grid.DAYS; day++) {
            starts[day] = StartCosts.on(day, client, items, state);
            dayPlans.add(new HashMap<>());
        }
    }

    /** All sessions of the client, each by any clinician of the care team who has the minutes for it. */
    static List<Item> allSessions(RosterState state, IndexedClient client) {
        List<Item> items = new ArrayList<>();
        for (int c = 0; c < client.classes.size(); c++) {
            SessionClass sessions = client.classes.get(c);
            int[] clinicians = Arrays.stream(sessions.clinicians)
                    .filter(n -> state.hasMinutesFor(n, sessions.minutes))
                    .toArray();
            long[] overtimes = Arrays.stream(clinicians)
                    .mapToLong(n -> state.addedOvertime(n, sessions.minutes))
                    .toArray();
            long[] costs = new long[clinicians.length];
            for (int i = 0, j = 0; i < clinicians.length; j++) {
                if (sessions.clinicians[j] == clinicians[i]) {
                    costs[i] = sessions.clinicianCosts[j] + overtimes[i];
                    i++;
                }
            }
            items.add(new Item(c, sessions.sessions.length, new Item.Choices(clinicians, costs, overtimes), false));
        }
        return items;
    }

    List<Item> items() {
        return items;
    }

    /** A cost that no plan can stay below, whatever the group. */
    long leastCost() {
        long least = 0;
        for (int i = 0; i < items.size(); i++) {
            long each = client.classes.get(items.get(i).sessionClass()).unplacedCost;
            for (StartCosts onDay : starts) {
                each = Math.min(each, onDay.least(i));
            }
            least += each * items.get(i).count();
        }
        return least;
    }

    /** The cheapest plan beside a group (or none), absent when the rules leave nothing possible. */
    @Nullable
    WeekPlan cheapest(@Nullable IndexedCohort cohort, DayRules rules) {
        DayPlans[] days = new DayPlans[Grid.DAYS];
        for (int day = 0; day < Grid.DAYS; day++) {
            days[day] = plansOn(day, cohort);
        }
        int width = vectors * DAY_COUNTS;
        long[] now = new long[width];
        int[][] choices = new int[Grid.DAYS][width];
        Arrays.fill(now, Cost.IMPOSSIBLE);
        now[0] = 0;
        for (int day = 0; day < Grid.DAYS; day++) {
            boolean hasBlock = cohort != null && !cohort.blocksOn(day).isEmpty();
            long[] next = new long[width];
            Arrays.fill(next, Cost.IMPOSSIBLE);
            for (int subset = 0; subset < subsets.size(); subset++) {
                long dayCost = days[day].cost(subset);
                if (dayCost < Cost.IMPOSSIBLE && rules.allows(day, subsets.code(subset))) {
                    int used = hasBlock || subset != 0 ? 1 : 0;
                    advance(now, next, choices[day], subset, dayCost, used, day);
                }
            }
            now = next;
        }
        int best = cheapestEnd(now, cohort);
        return best < 0 ? null : plan(best, now[best] + endCost(best), days, choices, cohort);
    }

    private void advance(long[] now, long[] next, int[] choices, int subset, long dayCost, int used, int day) {
        int shift = 0;
        for (int item : subsets.items(subset)) {
            shift += vectorSteps[item];
        }
        for (int vector = 0; vector + shift < vectors; vector++) {
            if (!hasRoomFor(subset, vector)) {
                continue;
            }
            for (int count = 0; count <= day; count++) {
                long cost = now[vector * DAY_COUNTS + count] + dayCost;
                int to = (vector + shift) * DAY_COUNTS + count + used;
                if (cost < next[to]) {
                    next[to] = cost;
                    choices[to] = subset;
                }
            }
        }
    }

    private boolean hasRoomFor(int subset, int vector) {
        for (int item : subsets.items(subset)) {
            if (placed(vector, item) == items.get(item).count()) {
                return false;
            }
        }
        return true;
    }

    private int placed(int vector, int item) {
        return vector / vectorSteps[item] % (items.get(item).count() + 1);
    }

    private int cheapestEnd(long[] costs, @Nullable IndexedCohort cohort) {
        int blockMinutes = cohort == null ? 0 : cohort.minutes;
        int best = -1;
        long bestCost = Cost.IMPOSSIBLE;
        for (int end = 0; end < costs.length; end++) {
            if (costs[end] >= Cost.IMPOSSIBLE
                    || end % DAY_COUNTS > client.source.limits().maxDays()) {
                continue;
            }
            int minutes = blockMinutes + placedMinutes(end / DAY_COUNTS);
            long cost = costs[end] + endCost(end);
            if (minutes <= client.source.limits().band().maxMinutes() && cost < bestCost) {
                best = end;
                bestCost = cost;
            }
        }
        return best;
    }

    private int placedMinutes(int vector) {
        int minutes = 0;
        for (int i = 0; i < items.size(); i++) {
            minutes += placed(vector, i) * client.classes.get(items.get(i).sessionClass()).minutes;
        }
        return minutes;
    }

    /** What a week costs for what it leaves unplaced and for the number of its days. */
    private long endCost(int end) {
        long cost = 0;
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            int unplaced = item.count() - placed(end / DAY_COUNTS, i);
            if (unplaced > 0 && item.mandatory()) {
                return Cost.IMPOSSIBLE;
            }
            cost += unplaced * client.classes.get(item.sessionClass()).unplacedCost;
        }
        int distance = Math.abs(end % DAY_COUNTS - client.source.preferences().targetDays());
        return cost + Cost.soft((long) distance * state.problem.source.weights().days());
    }

    private WeekPlan plan(int end, long cost, DayPlans[] days, int[][] choices, @Nullable IndexedCohort cohort) {
        List<WeekPlan.Placement> placements = new ArrayList<>();
        List<Integer> codes = new ArrayList<>();
        long overtime = 0;
        int at = end;
        for (int day = Grid.DAYS - 1; day >= 0; day--) {
            int subset = choices[day][at];
            codes.add(subsets.code(subset));
            int[] dayItems = subsets.items(subset);
            int[] dayStarts = dayItems.length == 0 ? new int[0] : days[day].starts(subset);
            for (int i = 0; i < dayItems.length; i++) {
                Item item = items.get(dayItems[i]);
                int choice = starts[day].choice(dayItems[i], dayStarts[i]);
                long each = item.choices().overtimes[choice];
                overtime += each;
                placements.add(new WeekPlan.Placement(
                        item.sessionClass(), item.choices().clinicians[choice], day, dayStarts[i], each));
                at -= vectorSteps[dayItems[i]] * DAY_COUNTS;
            }
            boolean hasBlock = cohort != null && !cohort.blocksOn(day).isEmpty();
            at -= hasBlock || subset != 0 ? 1 : 0;
        }
        Collections.reverse(placements);
        Collections.reverse(codes);
        return new WeekPlan(placements, cost, overtime, codes);
    }

    private DayPlans plansOn(int day, @Nullable IndexedCohort cohort) {
        List<IndexedCohort.Block> blocks = cohort == null ? List.of() : cohort.blocksOn(day);
        return dayPlans.get(day).computeIfAbsent(blocks, key -> {
            int blockMinutes = cohort == null ? 0 : cohort.minutesOn(day);
            int itemMinutes =
                    client.sessionsMakeAWeek() ? client.source.limits().maxDayMinutes() - blockMinutes : 0;
            int cellMinutes = state.problem.grid.cellMinutes();
            long gapCost = (long) state.problem.source.weights().gap() * cellMinutes / WeekWindow.GRID_MINUTES;
            return new DayPlans(
                    subsets, lengths, starts[day], state.problem.grid.cells(), blocks, gapCost, itemMinutes);
        });
    }
}
