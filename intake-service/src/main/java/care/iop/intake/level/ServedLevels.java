package care.iop.intake.level;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The levels of care that the program serves, and how many minutes a week each takes. */
public final class ServedLevels {

    private final Map<LevelOfCare, WeeklyMinutes> minutes;
    private final Map<LevelOfCare, WeeklyMinutes> continuing;

    /** Serves these levels and no other. */
    public ServedLevels(Map<LevelOfCare, WeeklyMinutes> minutes) {
        this(minutes, Map.of());
    }

    /**
     * Serves the one kind of levels to whoever comes, and the other only to those who step down.
     *
     * @param minutes the levels at which people are taken in
     * @param continuing the levels given after that only
     */
    public ServedLevels(Map<LevelOfCare, WeeklyMinutes> minutes, Map<LevelOfCare, WeeklyMinutes> continuing) {
        this.minutes = new EnumMap<>(minutes);
        this.continuing = new EnumMap<>(LevelOfCare.class);
        this.continuing.putAll(continuing);
    }

    /** The minutes a week of a level for somebody who is in treatment already; empty when it is not given at all. */
    public Optional<WeeklyMinutes> minutesDuringStayAt(LevelOfCare level) {
        return minutesAt(level).or(() -> Optional.ofNullable(continuing.get(level)));
    }

    /** Whether a level is given after a step-down only, as aftercare is. */
    public boolean isContinuing(LevelOfCare level) {
        return continuing.containsKey(level);
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
