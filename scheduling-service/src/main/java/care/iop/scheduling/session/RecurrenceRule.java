package care.iop.scheduling.session;

import care.iop.chassis.problem.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * On which days a series meets: the part of RFC 5545's recurrence rules that sessions need. The time of day is the series'
 * own, so rules finer than a day are refused, as is everything that could make expansion long.
 */
record RecurrenceRule(String text) {

    /** The longest stretch that is expanded at once. */
    static final int MOST_DAYS = 366;

    private static final int LONGEST = 200;
    private static final Set<String> PARTS =
            Set.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "WKST");
    private static final Pattern WEEKDAY = Pattern.compile("MO|TU|WE|TH|FR|SA|SU");
    private static final Pattern NUMBERED_WEEKDAY = Pattern.compile("([1-4]|-1)(MO|TU|WE|TH|FR|SA|SU)");
    private static final Pattern MONTH_DAY = Pattern.compile("[1-9]|[12][0-9]|3[01]|-1");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[1-9][0-9]{0,3}");
    private static final int LONGEST_INTERVAL = 52;
    private static final int MOST_OCCURRENCES = 1000;

    /** Reads a rule for a series that starts on the given day; refuses with the field {@code pointer} what it can't accept. */
    static RecurrenceRule of(String pointer, String text, LocalDate startsOn) {
        if (text.length() > LONGEST) {
            throw ProblemException.invalid(pointer, "must be at most " + LONGEST + " characters");
        }
        var parts = parts(pointer, text.toUpperCase(Locale.ROOT));
        switch (parts.getOrDefault("FREQ", "")) {
            case "DAILY" -> refuse(pointer, parts, "BYDAY", "BYMONTHDAY");
            case "WEEKLY" -> {
                refuse(pointer, parts, "BYMONTHDAY");
                requireEach(pointer, parts, "BYDAY", WEEKDAY, "days like MO,WE,FR");
            }
            case "MONTHLY" -> {
                requireEach(pointer, parts, "BYDAY", NUMBERED_WEEKDAY, "numbered days like 1MO or -1FR");
                requireEach(pointer, parts, "BYMONTHDAY", MONTH_DAY, "days of the month, 1 to 31 or -1");
            }
            default ->
                throw ProblemException.invalid(
                        pointer, "must have FREQ=DAILY, WEEKLY or MONTHLY; the time of day is localStart");
        }
        requireNumber(pointer, parts, "INTERVAL", LONGEST_INTERVAL);
        requireNumber(pointer, parts, "COUNT", MOST_OCCURRENCES);
        requireEach(pointer, parts, "WKST", WEEKDAY, "a day like MO");
        requireUntil(pointer, parts, startsOn);
        var rule = new RecurrenceRule(join(parts));
        if (rule.dates(startsOn, startsOn, startsOn.plusDays(MOST_DAYS)).isEmpty()) {
            throw ProblemException.invalid(pointer, "must meet at least once in the first year");
        }
        return rule;
    }

    private static Map<String, String> parts(String pointer, String text) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (var part : text.split(";", -1)) {
            var equals = part.indexOf('=');
            var name = equals < 0 ? part : part.substring(0, equals);
            if (equals < 0 || !PARTS.contains(name) || equals == part.length() - 1) {
                throw ProblemException.invalid(
                        pointer,
                        "must be a rule like FREQ=WEEKLY;BYDAY=MO,WE,FR of the parts "
                                + String.join(", ", PARTS.stream().sorted().toList()));
            }
            if (parts.put(name, part.substring(equals + 1)) != null) {
                throw ProblemException.invalid(pointer, "must not have " + name + " twice");
            }
        }
        return parts;
    }

    private static void refuse(String pointer, Map<String, String> parts, String... names) {
        for (var name : names) {
            if (parts.containsKey(name)) {
                throw ProblemException.invalid(pointer, "must not have " + name + " with this FREQ");
            }
        }
    }

    private static void requireEach(
            String pointer, Map<String, String> parts, String name, Pattern pattern, String expected) {
        var value = parts.get(name);
        if (value != null
                && !List.of(value.split(",", -1)).stream()
                        .allMatch(v -> pattern.matcher(v).matches())) {
            throw ProblemException.invalid(pointer, name + " must be " + expected);
        }
    }

    private static void requireNumber(String pointer, Map<String, String> parts, String name, int most) {
        var value = parts.get(name);
        if (value != null && (!WHOLE_NUMBER.matcher(value).matches() || Integer.parseInt(value) > most)) {
            throw ProblemException.invalid(pointer, name + " must be 1 to " + most);
        }
    }

    private static void requireUntil(String pointer, Map<String, String> parts, LocalDate startsOn) {
        var value = parts.get("UNTIL");
        if (value == null) {
            return;
        }
        if (parts.containsKey("COUNT")) {
            throw ProblemException.invalid(pointer, "must not have both COUNT and UNTIL");
        }
        try {
            if (LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE).isBefore(startsOn)) {
                throw ProblemException.invalid(pointer, "UNTIL must not be before startsOn");
            }
        } catch (DateTimeException notADate) {
            throw ProblemException.invalid(pointer, "UNTIL must be a date like 20261231");
        }
    }

    /**
     * The days from {@code first} to {@code last}, both included, on which a series that starts on {@code startsOn} meets.
     *
     * @throws IllegalArgumentException when that is more than {@value #MOST_DAYS} days
     */
    List<LocalDate> dates(LocalDate startsOn, LocalDate first, LocalDate last) {
        if (ChronoUnit.DAYS.between(first, last) > MOST_DAYS) {
            throw new IllegalArgumentException("at most " + MOST_DAYS + " days are expanded at once");
        }
        return datesBetween(startsOn, first, last);
    }

    /** The same for any stretch; its caller knows that it is bounded. */
    List<LocalDate> datesBetween(LocalDate startsOn, LocalDate first, LocalDate last) {
        return new RecurrenceDates(parts("", text), startsOn).between(first, last);
    }

    /** The same rule that ends with {@code lastOn}; a COUNT gives way to the date. */
    RecurrenceRule endingOn(LocalDate lastOn) {
        var parts = new LinkedHashMap<>(parts("", text));
        parts.remove("COUNT");
        parts.put("UNTIL", lastOn.format(DateTimeFormatter.BASIC_ISO_DATE));
        return new RecurrenceRule(join(parts));
    }

    /** The same rule going on for ever. */
    RecurrenceRule withoutEnd() {
        var parts = new LinkedHashMap<>(parts("", text));
        parts.remove("COUNT");
        parts.remove("UNTIL");
        return new RecurrenceRule(join(parts));
    }

    private static String join(Map<String, String> parts) {
        return String.join(
                ";",
                parts.entrySet().stream()
                        .map(p -> p.getKey() + "=" + p.getValue())
                        .toList());
    }
}
