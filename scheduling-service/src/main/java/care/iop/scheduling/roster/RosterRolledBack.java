package care.iop.scheduling.roster;

import care.iop.chassis.outbox.OutgoingEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A publication was taken back: the roster before it is in force again. Each booking has events of its own.
 *
 * @param cancelled bookings of the publication that were given up
 * @param restored bookings that were made anew for those that the publication had given up
 * @param handedBack sessions that went back to their former clinician or room
 */
record RosterRolledBack(
        UUID publicationId,
        UUID programId,
        UUID rosterRunId,
        LocalDate weekStartingOn,
        Instant rolledBackAt,
        int cancelled,
        int restored,
        int handedBack) {

    static final String TYPE = "care.iop.scheduling.roster-rolled-back.v1";

    /**
     * The event of a publication that was rolled back at this time.
     *
     * @param cancelled bookings given up, restored those made anew
     */
    static OutgoingEvent of(RosterPublication publication, Instant rolledBackAt, int cancelled, int restored) {
        return new OutgoingEvent(
                RosterPublished.TOPIC,
                TYPE,
                publication.id(),
                publication.version(),
                new RosterRolledBack(
                        publication.id(),
                        publication.programId(),
                        publication.rosterRunId(),
                        publication.weekStartingOn(),
                        rolledBackAt,
                        cancelled,
                        restored,
                        publication.handovers().size()));
    }
}
