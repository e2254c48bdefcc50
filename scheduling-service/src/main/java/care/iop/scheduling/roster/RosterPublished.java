package care.iop.scheduling.roster;

import care.iop.chassis.outbox.OutgoingEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program's week was published. Each booking that was made, given up or kept has events of its own; this one tells that they
 * belong together, and how many they are.
 *
 * @param forced whether published sessions within the notice period moved or were given up
 * @param kept bookings that stayed as they were
 * @param booked bookings that were made
 * @param cancelled bookings that were given up
 * @param handedOver sessions that another clinician or room took over
 * @param groupSessions meetings of groups that the week offers, with clients or none; null in events from before it was told
 * @param groupSeats the seats in them; null in events from before it was told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RosterPublished(
        UUID publicationId,
        UUID programId,
        UUID rosterRunId,
        LocalDate weekStartingOn,
        Instant publishedAt,
        boolean forced,
        int kept,
        int booked,
        int cancelled,
        int handedOver,
        @Nullable Integer groupSessions,
        @Nullable Integer groupSeats) {

    static final String TOPIC = "scheduling.roster.v1";
    static final String TYPE = "care.iop.scheduling.roster-published.v1";

    static OutgoingEvent of(RosterPublication publication, OfferedSeats offered) {
        var view = publication.view();
        return new OutgoingEvent(
                TOPIC,
                TYPE,
                publication.id(),
                publication.version(),
                new RosterPublished(
                        view.id(),
                        view.programId(),
                        view.rosterRunId(),
                        view.weekStartingOn(),
                        view.publishedAt(),
                        view.forced(),
                        view.kept(),
                        view.created(),
                        view.cancelled(),
                        view.handovers(),
                        offered.groupSessions(),
                        offered.groupSeats()));
    }
}
