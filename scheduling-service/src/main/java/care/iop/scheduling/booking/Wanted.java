package care.iop.scheduling.booking;

import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.session.Occurrence;
import care.iop.scheduling.session.Session;
import care.iop.scheduling.session.SessionPlace;
import care.iop.scheduling.session.SessionSeries;
import care.iop.scheduling.session.SessionTime;
import java.util.Optional;
import java.util.UUID;

/** A session that a seat is wanted in. */
sealed interface Wanted {

    /** Which item of the request it is of, from 0. */
    int item();

    SessionKind kind();

    SessionTime time();

    /** Clinician and room, as far as they are known. */
    SessionPlace place();

    /** The series, one of whose meetings it is; empty for a session of the client's own. */
    Optional<SessionSeries> series();

    /** The session itself, when nobody has scheduled it yet. */
    Session scheduled(UUID id, UUID programId);

    /** A meeting of a series. */
    record InMeeting(int item, SessionSeries of, Occurrence occurrence) implements Wanted {

        @Override
        public SessionKind kind() {
            return of.kind();
        }

        @Override
        public SessionTime time() {
            return new SessionTime(
                    occurrence.sessionOn(), occurrence.startsAt(), occurrence.endsAt(), occurrence.zone());
        }

        @Override
        public SessionPlace place() {
            return occurrence.place();
        }

        @Override
        public Optional<SessionSeries> series() {
            return Optional.of(of);
        }

        @Override
        public Session scheduled(UUID id, UUID programId) {
            return Session.ofSeries(id, of, occurrence, place());
        }
    }

    /** A session of the client's own. */
    record Alone(int item, SessionKind kind, SessionTime time, SessionPlace place) implements Wanted {

        @Override
        public Optional<SessionSeries> series() {
            return Optional.empty();
        }

        @Override
        public Session scheduled(UUID id, UUID programId) {
            return Session.forOneClient(id, programId, kind, time, place);
        }
    }
}
