package care.iop.progress.alert;

import care.iop.chassis.problem.ProblemException;
import java.util.regex.Pattern;

/** Where a reader of the stream is: after the change with this transaction and number. */
record StreamPosition(long transaction, long number) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    /** Reads the id of an event. Refused with 422 when it is none of ours. */
    static StreamPosition of(String eventId) {
        var match = FORM.matcher(eventId);
        if (!match.matches()) {
            throw ProblemException.invalid("Last-Event-ID", "take it unchanged from the id of an event");
        }
        return new StreamPosition(Long.parseLong(match.group(1)), Long.parseLong(match.group(2)));
    }

    /** The id of an event. */
    String eventId() {
        return transaction + "-" + number;
    }
}
