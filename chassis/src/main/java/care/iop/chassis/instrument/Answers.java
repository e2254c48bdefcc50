package care.iop.chassis.instrument;

import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The raw answers to one instrument, by item; an item that was left out is not in it. */
public record Answers(SortedMap<String, Integer> byItem) {

    private static final int LONGEST_NAME_SHOWN = 40;

    public Answers {
        byItem = Collections.unmodifiableSortedMap(new TreeMap<>(byItem));
    }

    /**
     * Takes given answers, null meaning left out. Refused with 422 for unknown items and for values that the
     * instrument does not have; nothing is bent to fit.
     */
    public static Answers of(InstrumentDefinition instrument, Map<String, @Nullable Integer> given) {
        var accepted = new TreeMap<String, Integer>();
        var errors = new ArrayList<FieldProblem>();
        given.forEach((id, value) -> {
            var item = instrument.item(id);
            if (item.isEmpty()) {
                errors.add(new FieldProblem(
                        pointer(id),
                        "is no item of " + instrument.code() + "; its items are "
                                + InstrumentDefinition.joined(instrument.items(), InstrumentDefinition.Item::id)));
            } else if (value != null) {
                var options = instrument.optionsOf(item.get());
                if (options.stream().anyMatch(option -> option.value() == value)) {
                    accepted.put(id, value);
                } else {
                    errors.add(new FieldProblem(
                            pointer(id),
                            "must be one of "
                                    + InstrumentDefinition.joined(options, InstrumentDefinition.Option::value)));
                }
            }
        });
        if (!errors.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_VALUE, "Some answers can't be accepted.", errors);
        }
        if (accepted.isEmpty()) {
            throw ProblemException.invalid("/answers", "must have at least one answer");
        }
        return new Answers(accepted);
    }

    Optional<Integer> to(String itemId) {
        return Optional.ofNullable(byItem.get(itemId));
    }

    boolean has(String itemId) {
        return byItem.containsKey(itemId);
    }

    boolean atLeast(String itemId, int from) {
        return to(itemId).filter(answer -> answer >= from).isPresent();
    }

    boolean allZero(Collection<String> itemIds) {
        return itemIds.stream()
                .allMatch(id -> to(id).filter(answer -> answer == 0).isPresent());
    }

    private static String pointer(String id) {
        var shown = id.length() > LONGEST_NAME_SHOWN ? id.substring(0, LONGEST_NAME_SHOWN) + "…" : id;
        return "/answers/" + shown.replace("~", "~0").replace("/", "~1");
    }
}
