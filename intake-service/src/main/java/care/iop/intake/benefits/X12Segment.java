package care.iop.intake.benefits;

import care.iop.chassis.problem.ProblemException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One segment of an X12 interchange.
 *
 * @param position from 1, counted from the ISA
 * @param elements by their number, each with its repetitions; components of one are joined by a colon
 */
record X12Segment(String tag, int position, Map<Integer, List<String>> elements) {

    /** The element's text; empty when it is not there. */
    String get(int number) {
        var repetitions = elements.getOrDefault(number, List.of());
        return repetitions.isEmpty() ? "" : repetitions.get(0);
    }

    Optional<String> find(int number) {
        var text = get(number);
        return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }

    /** All repetitions of an element that have text. */
    List<String> all(int number) {
        return elements.getOrDefault(number, List.of()).stream()
                .filter(text -> !text.isBlank())
                .toList();
    }

    boolean is(String other) {
        return tag.equals(other);
    }

    /** A number to so many decimals and not below zero, or a refusal that names the element. */
    BigDecimal number(int number, int decimals) {
        var text = get(number);
        try {
            if (text.length() <= 15) {
                var value = new BigDecimal(text);
                if (value.signum() >= 0 && value.stripTrailingZeros().scale() <= decimals && value.precision() <= 15) {
                    return value;
                }
            }
        } catch (NumberFormatException e) {
            throw refusal(number, "is no number");
        }
        throw refusal(number, "must be 0 or more, with at most " + decimals + " decimals");
    }

    /** A day in the form CCYYMMDD, or a refusal that names the element. */
    static LocalDate day(X12Segment segment, int number, String text) {
        try {
            var day = LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
            if (day.getYear() >= 1900 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeException e) {
            throw segment.refusal(number, "must be a day like 20260131");
        }
        throw segment.refusal(number, "must be a day like 20260131");
    }

    /** Where the segment stands, for people. */
    String place() {
        return tag + " at segment " + position;
    }

    ProblemException refusal(int number, String reason) {
        return X12Reader.refusal(tag + (number < 10 ? "0" : "") + number, position, reason);
    }

    ProblemException refusal(String reason) {
        return X12Reader.refusal(tag, position, reason);
    }
}
