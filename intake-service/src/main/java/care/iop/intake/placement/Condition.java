package care.iop.intake.placement;

import java.util.Arrays;
import java.util.List;

/** What a rule asks of the facts. An unknown fact meets no condition. */
@FunctionalInterface
interface Condition {

    /** The facts that meet the condition; empty when it is not met. */
    List<FactUsed> metBy(PlacementFacts facts);

    /** Met by the same facts, as long as the other condition is not. */
    default Condition butNot(Condition other) {
        return facts -> other.metBy(facts).isEmpty() ? metBy(facts) : List.of();
    }

    /** Met when at least one is, by the facts of all that are. */
    static Condition anyOf(Condition... conditions) {
        return facts -> Arrays.stream(conditions)
                .flatMap(condition -> condition.metBy(facts).stream())
                .distinct()
                .toList();
    }

    /** Met when all are, by their facts together. */
    static Condition allOf(Condition... conditions) {
        return facts -> {
            var met = Arrays.stream(conditions)
                    .map(condition -> condition.metBy(facts))
                    .toList();
            return met.stream().anyMatch(List::isEmpty)
                    ? List.of()
                    : met.stream().flatMap(List::stream).distinct().toList();
        };
    }

    /** Met when at least two are, by the facts of all that are. */
    static Condition twoOf(Condition... conditions) {
        return facts -> {
            var met = Arrays.stream(conditions)
                    .map(condition -> condition.metBy(facts))
                    .filter(evidence -> !evidence.isEmpty())
                    .toList();
            return met.size() < 2
                    ? List.of()
                    : met.stream().flatMap(List::stream).distinct().toList();
        };
    }
}
