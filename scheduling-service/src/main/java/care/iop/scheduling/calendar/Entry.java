package care.iop.scheduling.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One VEVENT.
 *
 * @param instance which instance of a recurring event this replaces, by its original time
 * @param rule how it recurs, and which of the instances are left out
 * @param sequence counts the changes of time and status
 */
record Entry(
        String uid,
        ZonedDateTime startsAt,
        Duration lasting,
        @Nullable ZonedDateTime instance,
        @Nullable Recurrence rule,
        State state,
        int sequence,
        Instant changedAt,
        String summary,
        @Nullable String location) {

    /** Whether it will be. */
    enum State {
        CONFIRMED,
        TENTATIVE,
        CANCELLED
    }

    /** A recurrence rule and the instances that it makes and that are not meant. */
    record Recurrence(String rrule, List<ZonedDateTime> without) {}
}
