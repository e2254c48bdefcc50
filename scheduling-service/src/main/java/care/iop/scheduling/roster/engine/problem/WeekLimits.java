package care.iop.scheduling.roster.engine.problem;

/** What a client's week must keep to: days at most, minutes a day at most, minutes a week by prescription. */
public record WeekLimits(int maxDays, int maxDayMinutes, WeeklyBand band) {

    /** Refuses days outside 1 to 7 and minutes outside one day. */
    public WeekLimits {
        if (maxDays < 1 || maxDays > 7 || maxDayMinutes < WeekWindow.GRID_MINUTES || maxDayMinutes > 1440) {
            throw new IllegalArgumentException(
                    "Limits must allow 1 to 7 days and 15 to 1440 minutes a day, but allow %d days and %d minutes."
                            .formatted(maxDays, maxDayMinutes));
        }
    }
}
