package care.iop.progress.attendance;

import care.iop.chassis.problem.ProblemException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Pattern;

/**
 * A week from Monday to Sunday as ISO 8601 numbers it, written like {@code 2026-W48}.
 *
 * @param startsOn its Monday
 */
public record IsoWeek(LocalDate startsOn) {

    private static final Pattern FORM = Pattern.compile("\\d{4}-W\\d{2}");

    /** Refuses a date that is not a Monday. */
    public IsoWeek {
        if (startsOn.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException(startsOn + " is not a Monday");
        }
    }

    /** The week that holds this date. */
    public static IsoWeek of(LocalDate date) {
        return new IsoWeek(date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    /** Reads the value of a query parameter; refused with 422 when it names no week. */
    public static IsoWeek parse(String parameter, String text) {
        if (FORM.matcher(text).matches()) {
            try {
                return new IsoWeek(LocalDate.parse(text + "-1", DateTimeFormatter.ISO_WEEK_DATE));
            } catch (DateTimeParseException noSuchWeek) {
                throw notAWeek(parameter);
            }
        }
        throw notAWeek(parameter);
    }

    private static ProblemException notAWeek(String parameter) {
        return ProblemException.invalid(parameter, "must be an ISO week that exists, like 2026-W48");
    }

    @Override
    public String toString() {
        var firstDay = DateTimeFormatter.ISO_WEEK_DATE.format(startsOn);
        return firstDay.substring(0, firstDay.length() - 2);
    }
}
