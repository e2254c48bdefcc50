package care.iop.scheduling.roster.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A place in a document that knows where it is, so that every fault can name it. */
record Field(String pointer, @Nullable JsonNode node) {

    private static final int MINUTES = 60;

    ExchangeException fault(String fault) {
        return new ExchangeException(pointer, fault);
    }

    boolean isAbsent() {
        return node == null || node.isNull();
    }

    private JsonNode present() {
        JsonNode found = node;
        if (found == null || found.isNull()) {
            throw fault("is missing.");
        }
        return found;
    }

    Field get(String name) {
        if (!present().isObject()) {
            throw fault("must be an object.");
        }
        return new Field(
                pointer + "/" + name.replace("~", "~0").replace("/", "~1"),
                present().get(name));
    }

    Field get(int index) {
        return new Field(pointer + "/" + index, present().get(index));
    }

    String text() {
        JsonNode found = present();
        if (!found.isTextual() || found.textValue().isEmpty()) {
            throw fault("must be a text that is not empty.");
        }
        return found.textValue();
    }

    @Nullable
    String textOrAbsent() {
        return isAbsent() ? null : text();
    }

    boolean flag() {
        if (!present().isBoolean()) {
            throw fault("must be true or false.");
        }
        return present().booleanValue();
    }

    boolean flag(boolean whenAbsent) {
        return isAbsent() ? whenAbsent : flag();
    }

    int whole() {
        if (!present().isIntegralNumber() || !present().canConvertToInt()) {
            throw fault("must be a whole number.");
        }
        return present().intValue();
    }

    /** Hours as minutes; quarter hours are the finest. */
    int minutes() {
        if (!present().isNumber()) {
            throw fault("must be a number of hours.");
        }
        double quarters = present().doubleValue() * 4;
        if (quarters != Math.rint(quarters) || Math.abs(quarters) > 7 * 24 * 4) {
            throw fault("must be hours of a week in steps of a quarter, for example 9.25.");
        }
        return (int) (quarters * MINUTES / 4);
    }

    <T> List<T> list(Function<Field, T> read) {
        if (!present().isArray()) {
            throw fault("must be a list.");
        }
        List<T> items = new ArrayList<>();
        for (int i = 0; i < present().size(); i++) {
            items.add(read.apply(get(i)));
        }
        return items;
    }

    <T> List<T> listOrEmpty(Function<Field, T> read) {
        return isAbsent() ? List.of() : list(read);
    }

    /** Members of an object whose value is not null, in the document's order. */
    Map<String, Field> members() {
        Map<String, Field> members = new LinkedHashMap<>();
        JsonNode found = present();
        if (!found.isObject()) {
            throw fault("must be an object.");
        }
        found.fieldNames().forEachRemaining(name -> {
            Field member = get(name);
            if (!member.isAbsent()) {
                members.put(name, member);
            }
        });
        return members;
    }

    /** One of a few words. */
    <T> T oneOf(Map<String, T> meanings) {
        T meaning = meanings.get(text());
        if (meaning == null) {
            throw fault("must be one of %s, but is %s.".formatted(String.join(", ", meanings.keySet()), text()));
        }
        return meaning;
    }

    /** What the roster's own types refuse is told with the place where it stands. */
    <T> T build(Supplier<T> build) {
        try {
            return build.get();
        } catch (ExchangeException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw fault("can't be used: " + e.getMessage());
        }
    }
}
