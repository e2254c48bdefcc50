package care.iop.progress.assessment;

import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The raw answers to one instrument, by item; an item that was left out is not in it. */
record Answers(Map<String, Integer> byItem) {

    Answers {
        byItem = Map.copyOf(byItem);
    }

    /** Takes given answers, null meaning left out. Refused with 422 for unknown items and values, which are never bent to fit. */
    static Answers of(Instrument instrument, Map<String, @Nullable Integer> given) {
        var accepted = new TreeMap<String, Integer>();
        var errors = new ArrayList<FieldProblem>();
        given.forEach((id, value) -> {
            var pointer = "/answers/" + id.replace("~", "~0").replace("/", "~1");
            var item = instrument.item(id);
            if (item.isEmpty()) {
                errors.add(new FieldProblem(pointer, "is no item of " + instrument.code()));
            } else if (value != null) {
                var values = instrument.valuesOf(item.get());
                if (values.contains(value)) {
                    accepted.put(id, value);
                } else {
                    errors.add(new FieldProblem(
                            pointer,
                            "must be one of "
                                    + values.stream().map(String::valueOf).collect(Collectors.joining(", "))));
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

    /** The scored items that were left out, in the order of the form. */
    List<String> missing(Instrument instrument) {
        return instrument.scoredItems().stream()
                .map(Instrument.Item::id)
                .filter(id -> !byItem.containsKey(id))
                .toList();
    }
}
