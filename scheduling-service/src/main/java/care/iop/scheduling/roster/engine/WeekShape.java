package care.iop.scheduling.roster.engine;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What of a client's weeks depends on the items alone: which of them a day may hold together, and the vectors of how many of
 * each are placed, numbered such that placing one more of an item adds the item's step.
 */
final class WeekShape {

    final DaySubsets subsets;

    /** Cells of each item. */
    final int[] lengths;

    /** What one more of each item adds to the vector. */
    final int[] steps;

    final int vectors;

    /** By subset, what placing it adds to the vector. */
    final int[] shifts;

    /** By subset, the vectors to which it may be added. */
    final int[][] from;

    /** By vector, the minutes placed. */
    final int[] minutes;

    /** By vector, the cost of what is not placed; {@link Cost#IMPOSSIBLE} when that must be. */
    final long[] unplaced;

    WeekShape(IndexedClient client, List<Item> items) {
        this.subsets = new DaySubsets(client, items);
        this.lengths = items.stream()
                .mapToInt(item -> client.classes.get(item.sessionClass()).cells)
                .toArray();
        this.steps = new int[items.size()];
        int product = 1;
        for (int i = 0; i < items.size(); i++) {
            steps[i] = product;
            product *= items.get(i).count() + 1;
        }
        this.vectors = product;
        this.minutes = new int[vectors];
        this.unplaced = new long[vectors];
        for (int vector = 0; vector < vectors; vector++) {
            for (int i = 0; i < items.size(); i++) {
                Item item = items.get(i);
                SessionClass alike = client.classes.get(item.sessionClass());
                int placed = placed(items, vector, i);
                int missing = item.count() - placed;
                minutes[vector] += placed * alike.minutes;
                unplaced[vector] = missing > 0 && item.mandatory()
                        ? Cost.IMPOSSIBLE
                        : Math.min(Cost.IMPOSSIBLE, unplaced[vector] + missing * alike.unplacedCost);
            }
        }
        this.shifts = new int[subsets.size()];
        this.from = new int[subsets.size()][];
        for (int subset = 0; subset < subsets.size(); subset++) {
            int[] added = subsets.items(subset);
            shifts[subset] = IntStream.of(added).map(item -> steps[item]).sum();
            from[subset] = IntStream.range(0, vectors)
                    .filter(vector -> IntStream.of(added)
                            .allMatch(item -> placed(items, vector, item)
                                    < items.get(item).count()))
                    .toArray();
        }
    }

    private int placed(List<Item> items, int vector, int item) {
        return vector / steps[item] % (items.get(item).count() + 1);
    }
}
