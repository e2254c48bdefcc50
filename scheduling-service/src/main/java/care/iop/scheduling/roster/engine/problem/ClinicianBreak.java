package care.iop.scheduling.roster.engine.problem;

/**
 * The break that a clinician has on every day with work: so many minutes free of appointments somewhere in a part of the day,
 * in minutes since midnight.
 */
public record ClinicianBreak(int fromMinute, int untilMinute, int minutes) {

    /** Refuses a break that does not fit its part of the day, or is off the quarter-hour grid. */
    public ClinicianBreak {
        if (fromMinute < 0 || untilMinute > 1440 || minutes <= 0 || minutes > untilMinute - fromMinute) {
            throw new IllegalArgumentException(
                    "A break must fit its part of the day, but %d minutes are wanted between minute %d and %d."
                            .formatted(minutes, fromMinute, untilMinute));
        }
        if (fromMinute % WeekWindow.GRID_MINUTES != 0
                || untilMinute % WeekWindow.GRID_MINUTES != 0
                || minutes % WeekWindow.GRID_MINUTES != 0) {
            throw new IllegalArgumentException(
                    "A break must lie on quarter hours, but is %d minutes between minute %d and %d."
                            .formatted(minutes, fromMinute, untilMinute));
        }
    }
}
