package care.iop.intake.level;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The levels of care that the program serves, and how many minutes a week each takes. */
public final class ServedLevels {

    private final Map<LevelOfCare, WeeklyMinutes> minutes;

    /** Serves these levels and no other. */
    public ServedLevels(Map<LevelOfCare, WeeklyMinutes> minutes) {
        this.minutes = new EnumMap<>(minutes);
    }

    /** Whether a person placed at this level can be taken in. */
    public boolean serve(LevelOfCare level) {
        return minutes.containsKey(level);
    }

    /** The minutes a week of a level; empty when it is not served. */
    public Optional<WeeklyMinutes> minutesAt(LevelOfCare level) {
        return Optional.ofNullable(minutes.get(level));
    }

    /** The served identifiers in order, such as {@code 2.1, 2.5}. */
    @Override
    public String toString() {
        return Arrays.stream(LevelOfCare.values())
                .filter(this::serve)
                .map(LevelOfCare::code)
                .collect(Collectors.joining(", "));
    }
}
