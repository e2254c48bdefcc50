package care.iop.scheduling.session;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When a session is: instants, and the day that they are in the program's zone. */
public record SessionTime(LocalDate sessionOn, Instant startsAt, Instant endsAt, String zone) {

    /** Refuses a session that does not last. */
    public SessionTime {
        if (!startsAt.isBefore(endsAt)) {
            throw new IllegalArgumentException("a session must end after it starts");
        }
    }

    /**
     * The session on a day at a local time. A time that daylight saving skips is moved forward, and of a time that is there
     * twice the first is meant (RFC 5545 section 3.3.5).
     */
    public static SessionTime at(LocalDate day, LocalTime localStart, Duration lasting, ZoneId zone) {
        var start = ZonedDateTime.of(day, localStart, zone).toInstant();
        return new SessionTime(day, start, start.plus(lasting), zone.getId());
    }

    /** The same session by a clock elsewhere, on which it may be another day. */
    public SessionTime in(ZoneId elsewhere) {
        return new SessionTime(startsAt.atZone(elsewhere).toLocalDate(), startsAt, endsAt, elsewhere.getId());
    }

    /** Whether it begins and ends on this day, midnight at its end included. */
    public boolean isWithin(LocalDate day) {
        var id = ZoneId.of(zone);
        return startsAt.atZone(id).toLocalDate().equals(day)
                && endsAt.minusNanos(1).atZone(id).toLocalDate().equals(day);
    }

    /** What the clock on the wall says when it starts. */
    public LocalTime localStart() {
        return startsAt.atZone(ZoneId.of(zone)).toLocalTime();
    }

    /** Whether the two share a moment; sessions that touch don't. */
    public boolean overlaps(SessionTime other) {
        return startsAt.isBefore(other.endsAt) && other.startsAt.isBefore(endsAt);
    }

    /** How long it is planned to last, in whole minutes. */
    public int plannedMinutes() {
        return Math.toIntExact(Duration.between(startsAt, endsAt).toMinutes());
    }
}
