package care.iop.progress.alert.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * What a person reports of one day, for the rules.
 *
 * @param substances what was used, as far as the person says
 * @param before the reports of the 7 days before, in any order
 */
public record DayFacts(
        LocalDate day, int mood, int craving, boolean substanceUse, Set<Substance> substances, List<Earlier> before) {

    public DayFacts {
        substances = Set.copyOf(substances);
        before = List.copyOf(before);
    }

    /** An earlier day of the same person. */
    public record Earlier(LocalDate day, int mood, int craving) {}

    /** The median of the days before; empty when there are fewer reports than needed. */
    OptionalDouble medianBefore(ToIntFunction<Earlier> number, int needed) {
        var sorted = before.stream().mapToInt(number).sorted().toArray();
        if (sorted.length == 0 || sorted.length < needed) {
            return OptionalDouble.empty();
        }
        int middle = sorted.length / 2;
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0);
    }

    /** Whether craving was at least this on so many days in a row that end with this one. */
    boolean cravingLasts(int atLeast, int days) {
        if (craving < atLeast) {
            return false;
        }
        for (int back = 1; back < days; back++) {
            var earlier = day.minusDays(back);
            if (before.stream().noneMatch(report -> report.day().equals(earlier) && report.craving() >= atLeast)) {
                return false;
            }
        }
        return true;
    }
}
