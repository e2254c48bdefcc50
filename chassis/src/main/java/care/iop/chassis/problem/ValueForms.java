package care.iop.chassis.problem;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a value of each type looks like to a caller: in words for an error, and as a check of a query parameter's text. */
public final class ValueForms {

    private static final int LAST_YEAR = 9999;

    private ValueForms() {}

    /** What a value of this type must be, to follow the word "must be". */
    public static String words(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "UUID" -> "a UUID";
            case "LocalDate" -> "a date like 2026-01-31";
            case "LocalTime" -> "a time of day like 17:30";
            case "Instant", "OffsetDateTime" -> "an instant like 2026-01-31T17:30:00Z";
            case "ZoneId" -> "an IANA time zone like America/New_York";
            case "DayOfWeek" -> "a day like MONDAY";
            case "int", "Integer", "long", "Long", "short", "Short" -> "a whole number";
            case "double", "Double", "BigDecimal", "float", "Float" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            case "String" -> "a text";
            case "List", "ArrayList", "Set" -> "a list";
            default -> "of the documented form";
        };
    }

    /** Whether this text can be read as a value of this type; a type that is not known here is left to its own reader. */
    public static boolean fits(Class<?> type, String text) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .anyMatch(constant -> ((Enum<?>) constant).name().equals(text));
        }
        try {
            var value = read(type, text);
            // Java also takes "1-1-1-1-1" for a UUID.
            return !(value instanceof UUID id) || id.toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException | DateTimeException misfit) {
            return false;
        }
    }

    private static Object read(Class<?> type, String text) {
        return switch (type.getSimpleName()) {
            case "UUID" -> UUID.fromString(text);
            case "LocalDate" -> storable(LocalDate.parse(text));
            case "Instant" -> storable(Instant.parse(text));
            case "int", "Integer" -> Integer.valueOf(text);
            case "long", "Long" -> Long.valueOf(text);
            case "double", "Double" -> finite(text);
            case "boolean", "Boolean" -> truth(text);
            default -> text;
        };
    }

    /** Whether a date or instant (UTC) is in the years 1 to 9999: what Java reads beyond them no database column holds. */
    public static boolean hasYearOfFourDigits(Temporal time) {
        var year = time instanceof Instant instant
                ? instant.atOffset(ZoneOffset.UTC).getYear()
                : time.get(ChronoField.YEAR);
        return year >= 1 && year <= LAST_YEAR;
    }

    private static <T extends Temporal> T storable(T time) {
        if (!hasYearOfFourDigits(time)) {
            throw new DateTimeException("not a year of four digits");
        }
        return time;
    }

    private static double finite(String text) {
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            throw new NumberFormatException("not a finite number");
        }
        return value;
    }

    private static boolean truth(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new IllegalArgumentException("neither true nor false");
    }
}
