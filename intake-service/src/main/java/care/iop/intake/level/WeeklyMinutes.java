package care.iop.intake.level;

/**
 * How many minutes of treatment a week a level takes.
 *
 * @param minimum the least that can be prescribed
 * @param maximum the most that can be prescribed
 * @param standard what is prescribed when nobody says otherwise
 */
public record WeeklyMinutes(int minimum, int maximum, int standard) {

    /** Prescriptions are made in quarter hours. */
    public static final int STEP = 15;

    public WeeklyMinutes {
        if (minimum < STEP
                || minimum > standard
                || standard > maximum
                || minimum % STEP != 0
                || standard % STEP != 0
                || maximum % STEP != 0) {
            throw new IllegalArgumentException("weekly minutes must be multiples of " + STEP
                    + " with minimum <= standard <= maximum, and are " + minimum + ", " + standard + ", " + maximum);
        }
    }

    /** Whether so many minutes can be prescribed. */
    public boolean admit(int minutes) {
        return minutes >= minimum && minutes <= maximum && minutes % STEP == 0;
    }
}
