package care.iop.scheduling.session;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** When a session is: instants, and the day that they are in the program's zone. */
public record SessionTime(LocalDate sessionOn, Instant startsAt, Instant endsAt, String zone) {

    /** Refuses a session that does not last. */
    public SessionTime {
        if (!startsAt.isBefore(endsAt)) {
            throw new IllegalArgumentException("a session must end after it starts");
        }
    }

    /** How long it is planned to last, in whole minutes. */
    public int plannedMinutes() {
        return Math.toIntExact(Duration.between(startsAt, endsAt).toMinutes());
    }
}
