package care.iop.load;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What the drill does to the suite while requests go on. */
enum Fault {
    KAFKA_CUT,
    KILL_SERVICES,
    KILL_POSTGRES,
    KILL_KAFKA,
    TWO_RELAYS,
    /** Five times as many requests as intake and progress can answer. */
    OVERLOAD,
    /** Any of the kills above, again and again. */
    MIXED,
    /** Each service is replaced by this version while the one before still answers. */
    UPGRADE;

    private static final Set<Fault> WHEN_ASKED_FOR = EnumSet.of(MIXED, UPGRADE);

    /** As it is called on the command line, such as {@code kafka-cut}. */
    String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Each on its own, one after the other. */
    static List<Fault> each() {
        return Arrays.stream(values())
                .filter(fault -> !WHEN_ASKED_FOR.contains(fault))
                .toList();
    }

    /** The one of this name. */
    static List<Fault> only(String option) {
        return Arrays.stream(values())
                .filter(fault -> fault.option().equals(option))
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> new IllegalArgumentException("--only has to be one of "
                        + Arrays.stream(values()).map(Fault::option).collect(Collectors.joining(", "))));
    }
}
