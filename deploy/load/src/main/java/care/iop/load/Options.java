package care.iop.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The options of a command, as {@code --name value}. */
final class Options {

    private final Map<String, String> values = new HashMap<>();

    /** Reads them; one that is unknown or has no value is refused with the usage. */
    Options(String[] arguments, Set<String> known, String usage) {
        for (int i = 0; i < arguments.length; i += 2) {
            if (!known.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException(usage);
            }
            values.put(arguments[i], arguments[i + 1]);
        }
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    int number(String name, int otherwise) {
        var value = values.get(name);
        try {
            int number = value == null ? otherwise : Integer.parseInt(value);
            if (number < 1) {
                throw new IllegalArgumentException(name + " has to be 1 or more");
            }
            return number;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " has to be a whole number, not " + value, e);
        }
    }

    /** The services' JVM options, which are the launcher's unless told otherwise. */
    List<String> jvmOptions() {
        return text("--jvm-options")
                .map(options -> List.of(options.strip().split("\\s+", -1)))
                .orElse(List.of("-Xmx384m", "-XX:+UseSerialGC"));
    }
}
