package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Pairs of windows that share time. */
final class Overlaps {

    private Overlaps() {}

    /** Two windows and the minutes that they share. */
    record Overlap(WeekWindow first, WeekWindow second, int minutes) {}

    /** All pairs among windows in order of time that share time. */
    static Stream<Overlap> among(List<WeekWindow> inOrder) {
        return IntStream.range(0, inOrder.size()).boxed().flatMap(i -> {
            WeekWindow first = inOrder.get(i);
            return inOrder.subList(i + 1, inOrder.size()).stream()
                    .takeWhile(second -> first.overlapMinutes(second) > 0)
                    .map(second -> new Overlap(first, second, first.overlapMinutes(second)));
        });
    }
}
