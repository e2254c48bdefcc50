package care.iop.intake.authorization;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the delivered minutes of a day become units of a service. It stays with an authorization as it was when that was
 * recorded: our own policy, with a version.
 *
 * @param minimumMinutes delivered minutes, 0 to 1440, from which a DAY or a VISIT is a unit
 * @param roundUpFromMinutes so many minutes of a begun HOUR or QUARTER_HOUR make it a whole one; 0 elsewhere
 * @param kinds the sessions that count
 * @param usualUnitsPerWeek what a week is expected to take when nothing is booked yet; absent when the prescribed minutes tell
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnitRule(
        UnitBasis basis,
        int minimumMinutes,
        int roundUpFromMinutes,
        Set<SessionKind> kinds,
        @Nullable Integer usualUnitsPerWeek) {

    private static final int MINUTES_OF_DAY = 24 * 60;

    /** Refuses a rule by which nothing or anything would count. */
    UnitRule {
        kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
        switch (basis) {
            case DAY, VISIT -> {
                if (minimumMinutes < 1 || minimumMinutes > MINUTES_OF_DAY || roundUpFromMinutes != 0) {
                    throw new IllegalArgumentException(
                            "a unit of " + basis + " needs minimum-minutes of 1 to 1440 and no round-up-from-minutes");
                }
            }
            case HOUR, QUARTER_HOUR -> {
                if (minimumMinutes != 0 || roundUpFromMinutes < 1 || roundUpFromMinutes > basis.minutes()) {
                    throw new IllegalArgumentException("a unit of " + basis + " needs round-up-from-minutes of 1 to "
                            + basis.minutes() + " and no minimum-minutes");
                }
            }
        }
        if (basis == UnitBasis.VISIT && usualUnitsPerWeek == null) {
            throw new IllegalArgumentException(
                    "a VISIT needs usual-units-per-week: prescribed minutes don't tell how many visits a week has");
        }
        if (usualUnitsPerWeek != null && (usualUnitsPerWeek < 0 || usualUnitsPerWeek > 7 * 96)) {
            throw new IllegalArgumentException("usual-units-per-week must be 0 to 672");
        }
    }

    boolean counts(SessionKind kind) {
        return kinds.contains(kind);
    }

    /** The units of one day, from the minutes of each of its sessions that count. */
    int units(Collection<Integer> minutesOfSessions) {
        var minutes = minutesOfSessions.stream().mapToInt(Integer::intValue).sum();
        return switch (basis) {
            case DAY -> minutes >= minimumMinutes ? 1 : 0;
            case HOUR, QUARTER_HOUR -> (minutes + basis.minutes() - roundUpFromMinutes) / basis.minutes();
            case VISIT ->
                Math.toIntExact(minutesOfSessions.stream()
                        .filter(session -> session >= minimumMinutes)
                        .count());
        };
    }

    /** The units that a week of so many prescribed minutes is expected to take, on at most so many days. */
    int unitsPerWeek(int prescribedMinutes, int mostDays) {
        if (prescribedMinutes == 0) {
            return 0;
        }
        if (usualUnitsPerWeek != null) {
            return usualUnitsPerWeek;
        }
        return basis == UnitBasis.DAY
                ? Math.min(mostDays, prescribedMinutes / minimumMinutes)
                : prescribedMinutes / basis.minutes();
    }

    /** The rule in words. */
    String words() {
        var of = kinds.equals(EnumSet.allOf(SessionKind.class))
                ? ""
                : new TreeSet<>(kinds).stream().map(Enum::name).collect(Collectors.joining(", ", " of ", ""));
        return switch (basis) {
            case DAY -> "One unit for each day with at least " + minimumMinutes + " delivered minutes" + of + ".";
            case VISIT -> "One unit for each session with at least " + minimumMinutes + " delivered minutes" + of + ".";
            case HOUR, QUARTER_HOUR ->
                "One unit for each " + basis.minutes() + " delivered minutes of a day" + of + "; " + roundUpFromMinutes
                        + " minutes of a begun unit make a whole one.";
        };
    }
}
