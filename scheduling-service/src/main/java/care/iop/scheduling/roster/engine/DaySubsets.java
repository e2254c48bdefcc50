package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.problem.SessionKind.DailyVisit;
import java.util.ArrayList;
import java.util.List;

/**
 * What one day of a client may hold: at most one item of each kind of daily visit. Subset 0 is the empty one, and adding
 * an item always leads to a subset with a higher number.
 */
final class DaySubsets {

    static final int NONE = -1;

    private final int[][] items;
    private final int[][] plus;
    private final int[][] minus;
    private final int[] minutes;
    private final int[] codes;
    private final int[] visits;

    DaySubsets(IndexedClient client, List<Item> allItems) {
        List<List<Integer>> byVisit = new ArrayList<>();
        for (DailyVisit visit : DailyVisit.values()) {
            List<Integer> ofVisit = new ArrayList<>();
            for (int i = 0; i < allItems.size(); i++) {
                if (client.classes.get(allItems.get(i).sessionClass()).kind.dailyVisit() == visit) {
                    ofVisit.add(i);
                }
            }
            byVisit.add(ofVisit);
        }
        int size = byVisit.stream().mapToInt(ofVisit -> ofVisit.size() + 1).reduce(1, (a, b) -> a * b);
        items = new int[size][];
        plus = new int[size][allItems.size()];
        minus = new int[size][allItems.size()];
        minutes = new int[size];
        codes = new int[size];
        visits = new int[size];
        for (int subset = 0; subset < size; subset++) {
            List<Integer> chosen = new ArrayList<>();
            int rest = subset;
            int step = 1;
            for (List<Integer> ofVisit : byVisit) {
                int digit = rest % (ofVisit.size() + 1);
                rest /= ofVisit.size() + 1;
                if (digit > 0) {
                    int item = ofVisit.get(digit - 1);
                    int sessionClass = allItems.get(item).sessionClass();
                    chosen.add(item);
                    minutes[subset] += client.classes.get(sessionClass).minutes;
                    visits[subset] |= bit(client.classes.get(sessionClass).kind.dailyVisit());
                }
                for (int position = 0; position < ofVisit.size(); position++) {
                    plus[subset][ofVisit.get(position)] = digit == 0 ? subset + step * (position + 1) : NONE;
                }
                step *= ofVisit.size() + 1;
            }
            for (int item = 0; item < allItems.size(); item++) {
                if (plus[subset][item] != NONE) {
                    minus[plus[subset][item]][item] = subset;
                }
            }
            items[subset] = chosen.stream().mapToInt(Integer::intValue).toArray();
            codes[subset] = code(
                    client,
                    chosen.stream()
                            .mapToInt(item -> allItems.get(item).sessionClass())
                            .toArray());
        }
    }

    /** More classes than any client can have sessions. */
    private static final int RADIX = 16;

    int size() {
        return items.length;
    }

    int[] items(int subset) {
        return items[subset];
    }

    /** The subset with the item added, or {@link #NONE} when it already has one of that kind. */
    int plus(int subset, int item) {
        return plus[subset][item];
    }

    /** The subset without the item, which it holds. */
    int minus(int subset, int item) {
        return minus[subset][item];
    }

    int minutes(int subset) {
        return minutes[subset];
    }

    /** A number that says which classes of sessions the subset holds, whichever items they come from. */
    int code(int subset) {
        return codes[subset];
    }

    /** The same for a day that holds a session of each of these classes. */
    static int code(IndexedClient client, int[] classes) {
        int code = 0;
        for (DailyVisit visit : DailyVisit.values()) {
            int held = 0;
            for (int sessionClass : classes) {
                held = client.classes.get(sessionClass).kind.dailyVisit() == visit ? sessionClass + 1 : held;
            }
            code = code * (RADIX + 1) + held;
        }
        return code;
    }

    /** The kinds of daily visits in the subset, one {@link #bit} each. */
    int visits(int subset) {
        return visits[subset];
    }

    static int bit(DailyVisit visit) {
        return switch (visit) {
            case INDIVIDUAL -> 1;
            case FAMILY_OR_VOCATIONAL -> 2;
            case MEDICATION -> 4;
        };
    }
}
