package care.iop.scheduling.roster.engine.problem;

import java.time.DayOfWeek;

/**
 * What a client's week must keep to: days at most, minutes a day at most, minutes a week by prescription.
 *
 * @param authorizedMinutes that the payer's authorization still covers this week; {@link #NOT_LIMITED} when it is unknown
 * @param authorizedDays that the payer's authorization still covers this week, 1 to 7; 7 when it is unknown
 * @param weekendCheckInMinutes a Saturday or Sunday with no more than this is a check-in and counts as no day; 0 when the
 *     program has none
 */
public record WeekLimits(
        int maxDays,
        int maxDayMinutes,
        WeeklyBand band,
        int authorizedMinutes,
        int authorizedDays,
        int weekendCheckInMinutes) {

    /** Days of a week: as many authorized limit nothing. */
    public static final int DAYS = 7;

    /** More minutes than a week has. */
    public static final int NOT_LIMITED = 7 * 24 * 60;

    /** Refuses days outside 1 to 7, minutes outside one day and negative minutes. */
    public WeekLimits {
        if (authorizedDays < 1 || authorizedDays > DAYS) {
            throw new IllegalArgumentException(
                    "Authorized days must be 1 to 7, but are %d. Maybe authorize no minutes instead of no days."
                            .formatted(authorizedDays));
        }
        if (maxDays < 1 || maxDays > 7 || maxDayMinutes < WeekWindow.GRID_MINUTES || maxDayMinutes > 1440) {
            throw new IllegalArgumentException(
                    "Limits must allow 1 to 7 days and 15 to 1440 minutes a day, but allow %d days and %d minutes."
                            .formatted(maxDays, maxDayMinutes));
        }
        if (authorizedMinutes < 0 || weekendCheckInMinutes < 0) {
            throw new IllegalArgumentException(
                    "Authorized and check-in minutes must not be negative, but are %d and %d."
                            .formatted(authorizedMinutes, weekendCheckInMinutes));
        }
    }

    /** Limits without an authorization and without weekend check-ins. */
    public WeekLimits(int maxDays, int maxDayMinutes, WeeklyBand band) {
        this(maxDays, maxDayMinutes, band, NOT_LIMITED, DAYS, 0);
    }

    /** Days that a week may have at most, by the client's own limit and the authorization. */
    public int mostDays() {
        return Math.min(maxDays, authorizedDays);
    }

    /** Minutes that a week may have at most, by prescription and authorization. */
    public int mostMinutes() {
        return Math.min(band.maxMinutes(), authorizedMinutes);
    }

    /** Whether so many minutes make it a day of treatment. */
    public boolean countsAsDay(DayOfWeek day, int minutes) {
        boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
        return minutes > (weekend ? weekendCheckInMinutes : 0);
    }
}
