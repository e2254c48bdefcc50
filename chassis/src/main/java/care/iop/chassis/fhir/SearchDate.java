package care.iop.chassis.fhir;

import care.iop.chassis.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One value of a date parameter of FHIR R4 as bounds. A value with a time of day bounds moments, one without bounds days, and
 * whose days they are is for the search to say.
 *
 * @param firstDay the first day that fits
 * @param dayBefore the day that no longer fits, nor any after it
 * @param from the first moment that fits
 * @param before the moment that no longer fits, nor any after it
 */
public record SearchDate(
        @Nullable LocalDate firstDay,
        @Nullable LocalDate dayBefore,
        @Nullable Instant from,
        @Nullable Instant before) {

    private static final Pattern FORM =
            Pattern.compile("(eq|gt|lt|ge|le)?(\\d{4}(-\\d{2}(-\\d{2}(T[0-9:.]+(Z|[+-]\\d{2}:\\d{2}))?)?)?)");

    /** Reads a value such as {@code ge2026-03-01} or {@code 2026-03-01T09:00:00-05:00}; 422 for anything else. */
    public static SearchDate of(String parameter, String text) {
        var form = FORM.matcher(text);
        if (form.matches()) {
            var prefix = form.group(1) == null ? "eq" : form.group(1);
            var value = form.group(2);
            try {
                return form.group(5) == null ? ofDays(prefix, value) : ofMoment(prefix, value);
            } catch (DateTimeException noSuchDate) {
                throw malformed(parameter);
            }
        }
        throw malformed(parameter);
    }

    private static SearchDate ofDays(String prefix, String value) {
        LocalDate first;
        LocalDate next;
        switch (value.length()) {
            case 4 -> {
                first = LocalDate.of(Integer.parseInt(value), 1, 1);
                next = first.plusYears(1);
            }
            case 7 -> {
                first = YearMonth.parse(value).atDay(1);
                next = first.plusMonths(1);
            }
            default -> {
                first = LocalDate.parse(value);
                next = first.plusDays(1);
            }
        }
        return switch (prefix) {
            case "gt" -> new SearchDate(next, null, null, null);
            case "ge" -> new SearchDate(first, null, null, null);
            case "lt" -> new SearchDate(null, first, null, null);
            case "le" -> new SearchDate(null, next, null, null);
            default -> new SearchDate(first, next, null, null);
        };
    }

    private static SearchDate ofMoment(String prefix, String value) {
        var first = OffsetDateTime.parse(value).toInstant();
        var next = first.plusSeconds(1);
        return switch (prefix) {
            case "gt" -> new SearchDate(null, null, next, null);
            case "ge" -> new SearchDate(null, null, first, null);
            case "lt" -> new SearchDate(null, null, null, first);
            case "le" -> new SearchDate(null, null, null, next);
            default -> new SearchDate(null, null, first, next);
        };
    }

    private static ProblemException malformed(String parameter) {
        return ProblemException.invalid(
                parameter,
                "must be a date or a time with its offset, with or without eq, gt, lt, ge or le before it, such as ge2026-03-01");
    }
}
