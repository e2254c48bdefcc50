package care.iop.scheduling.roster.engine.problem;

/**
 * The minutes a week that a prescription allows, both ends included. Level 2.1 (intensive outpatient) is 9 to 20 hours,
 * level 2.5 (partial hospitalization) 20 hours or more; exactly 20 hours under 2.1 is accepted with a warning.
 */
public record WeeklyBand(int minMinutes, int maxMinutes) {

    /** Twenty hours: from here on payers read the week as partial hospitalization. */
    public static final int PHP_THRESHOLD_MINUTES = 20 * 60;

    /** Intensive outpatient: at least 9 and at most 20 hours. */
    public static final WeeklyBand LEVEL_2_1 = new WeeklyBand(9 * 60, PHP_THRESHOLD_MINUTES);

    /** Partial hospitalization: at least 20 hours. */
    public static final WeeklyBand LEVEL_2_5 = new WeeklyBand(PHP_THRESHOLD_MINUTES, 7 * 24 * 60);

    /** Refuses a band that is negative or upside down. */
    public WeeklyBand {
        if (minMinutes < 0 || maxMinutes < minMinutes) {
            throw new IllegalArgumentException(
                    "A weekly band must run from a non-negative minimum upward, but is %d to %d minutes."
                            .formatted(minMinutes, maxMinutes));
        }
    }

    /** Whether a week of these minutes reaches the partial hospitalization threshold though less was prescribed. */
    public boolean reachesPhpThreshold(int minutes) {
        return minMinutes < PHP_THRESHOLD_MINUTES && minutes >= PHP_THRESHOLD_MINUTES;
    }
}
