package care.iop.scheduling.dose;

import care.iop.scheduling.authorization.AuthorizedWeek;
import care.iop.scheduling.dose.MakeUpsView.Rule;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client's week can still take. A day on which the client comes anyway takes no further day of the payer's.
 *
 * @param prescribedMinutes at the most in the week; the days after a missed week are not held to it, because what was missed
 *     counts in the place of what makes up for it
 * @param usedMinutes given, or booked and not known to be lost
 * @param usedDays on which there is any of that
 * @param authorized what payers allow of the week, that of {@code usedMinutes} included; null when nothing limits it
 */
record WeekRoom(
        int prescribedMinutes,
        int usedMinutes,
        Set<LocalDate> usedDays,
        @Nullable AuthorizedWeek authorized) {

    /** Held to no prescription. */
    static final int NOT_PRESCRIBED = Integer.MAX_VALUE;

    private static final int MINUTES_PER_HOUR = 60;

    WeekRoom {
        usedDays = Set.copyOf(usedDays);
    }

    /** The rule that keeps a session from being added; empty when there is room for it. */
    Optional<Rule> obstacle(LocalDate day, int minutes) {
        if (minutes > prescribedMinutes - usedMinutes) {
            return Optional.of(Rule.WEEKLY_HOURS);
        }
        if (authorized == null) {
            return Optional.empty();
        }
        var days = usedDays.size() + (usedDays.contains(day) ? 0 : 1);
        return usedMinutes + minutes > authorized.minutes() || days > authorized.days()
                ? Optional.of(Rule.AUTHORIZED_UNITS)
                : Optional.empty();
    }

    /** What is left when a session is added. */
    WeekRoom with(LocalDate day, int minutes) {
        var days = new HashSet<>(usedDays);
        days.add(day);
        return new WeekRoom(prescribedMinutes, usedMinutes + minutes, days, authorized);
    }

    /** What a rule allows of this week and what is used, in words. */
    String words(Rule rule) {
        return switch (rule) {
            case WEEKLY_HOURS ->
                "would bring the week above the prescribed %s, of which %s are used"
                        .formatted(hours(prescribedMinutes), hours(usedMinutes));
            case AUTHORIZED_UNITS ->
                "would take more than the payer allows of their week: %s and %s, of which %s and %s are used"
                        .formatted(
                                days(authorized == null ? 0 : authorized.days()),
                                hours(authorized == null ? 0 : authorized.minutes()),
                                days(usedDays.size()),
                                hours(usedMinutes));
            case CURRICULUM -> "would teach what the client has had already, or has a seat for";
        };
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }

    static String hours(int minutes) {
        return minutes % MINUTES_PER_HOUR == 0
                ? minutes / MINUTES_PER_HOUR + " h"
                : "%d h %02d min".formatted(minutes / MINUTES_PER_HOUR, minutes % MINUTES_PER_HOUR);
    }
}
