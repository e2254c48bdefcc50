package care.iop.scheduling.roster;

import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.booking.Bookings;
import care.iop.scheduling.booking.GroupSeat;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.roster.engine.problem.PlacedSession;
import care.iop.scheduling.roster.engine.problem.Roster;
import care.iop.scheduling.roster.engine.problem.RosterClient;
import care.iop.scheduling.roster.engine.problem.SessionKind;
import care.iop.scheduling.roster.engine.problem.SessionToPlace;
import care.iop.scheduling.session.Session;
import care.iop.scheduling.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reads a program's week as one client finds it: everybody else is there only with the seats, the clinicians and the rooms that
 * they take. So it costs no more than that is read, however much is known of the others.
 */
@ApplicationScoped
class ReadClientWeek {

    private final ReadProgramWeek readProgramWeek;
    private final Sessions sessions;
    private final Bookings bookings;
    private final ReadClientFacts readClientFacts;
    private final Clock clock;

    ReadClientWeek(
            ReadProgramWeek readProgramWeek,
            Sessions sessions,
            Bookings bookings,
            ReadClientFacts readClientFacts,
            Clock clock) {
        this.readProgramWeek = readProgramWeek;
        this.sessions = sessions;
        this.bookings = bookings;
        this.readClientFacts = readClientFacts;
        this.clock = clock;
    }

    /**
     * The week in which the client alone is decided anew, whatever the client has booked. Of the bookings of the week it knows
     * only the client's.
     */
    RosterWeek read(Enrollment client, LocalDate weekStartingOn) {
        var program = readProgramWeek.read(client.programId(), weekStartingOn);
        var own = bookings.ofEnrollment(client.id(), weekStartingOn).stream()
                .filter(booking -> booking.programId().equals(client.programId()))
                .toList();
        var published = new PublishedWeek(sessions.ofWeek(client.programId(), weekStartingOn), own);
        var others = bookings.groupSeats(client.programId(), weekStartingOn, clock.instant()).stream()
                .filter(seat -> !seat.enrollmentId().equals(client.id()))
                .toList();
        var checkIns = own.stream()
                .filter(booking -> !PublishedWeek.isTreatment(booking))
                .toList();
        var booked = new BookedWeek(withoutOwn(published, others), checkIns, program.groups());
        var taken = new Taken(program, booked, others);
        var facts = readClientFacts.of(List.of(client), weekStartingOn);
        var curricula = new CurriculumPlan(program.frame(), program.groups(), List.of(client), facts);
        var asked = new RosterClients(program.frame(), booked, Set.of(), program.clinicians(), facts, curricula);
        var clients = new ArrayList<>(taken.clients());
        if (asked.concerns(client)) {
            clients.add(asked.told(client, taken.seatsByClient()));
        }
        return program.question(booked, clients, booked::substitutedBy, curricula)
                .week(taken.roster(), taken.identifiers(), List.of(client), asked.sessionKinds(), published);
    }

    /** What stays scheduled when the client's treatment is taken out. */
    private static List<Session> withoutOwn(PublishedWeek published, List<GroupSeat> others) {
        var emptied = published.bookings().stream()
                .filter(PublishedWeek::isTreatment)
                .map(Booking::sessionId)
                .collect(Collectors.toCollection(HashSet::new));
        others.forEach(seat -> emptied.remove(seat.sessionId()));
        return published.sessions().stream()
                .filter(session -> !emptied.contains(session.id()))
                .toList();
    }

    /** What others take, as a roster of clients who have nothing to wish: one for each seat in a group, and some for all other sessions. */
    private static final class Taken {

        private final ProgramWeek program;
        private final BookedWeek booked;
        private final Map<String, String> cohortByClient = new HashMap<>();
        private final Map<UUID, Set<String>> seatsByClient = new HashMap<>();
        private final Map<String, PlacedSession> placed = new HashMap<>();
        private final Map<Integer, List<SessionToPlace>> byMinutes = new HashMap<>();
        private final List<RosterClient> clients = new ArrayList<>();

        Taken(ProgramWeek program, BookedWeek booked, List<GroupSeat> seats) {
            this.program = program;
            this.booked = booked;
            seats.forEach(this::take);
            booked.besidesGroups().forEach(this::take);
            cohortByClient.keySet().forEach(id -> clients.add(RosterClient.elsewhere(id, List.of())));
            byMinutes.forEach(this::share);
        }

        /** Who sits in two groups takes a seat in each. */
        private void take(GroupSeat seat) {
            booked.groupOf(seat.sessionId()).ifPresent(series -> {
                var id = seat.enrollmentId() + " in " + series;
                cohortByClient.put(id, series.toString());
                seatsByClient
                        .computeIfAbsent(seat.enrollmentId(), client -> new HashSet<>())
                        .add(id);
            });
        }

        private void take(Session session) {
            var clinician = session.place().clinicianId();
            if (clinician != null && program.hasClinician(clinician)) {
                var id = session.id().toString();
                var when = BookedWeek.window(session.time());
                var room = session.place().roomId();
                placed.put(
                        id,
                        new PlacedSession(
                                id,
                                clinician.toString(),
                                when,
                                room == null || !program.hasRoom(room) ? null : room.toString()));
                byMinutes
                        .computeIfAbsent(when.minutes(), minutes -> new ArrayList<>())
                        .add(new SessionToPlace(id, SessionKind.INDIVIDUAL, when.minutes()));
            }
        }

        /** Whose sessions they are makes no difference, so a client has as many of one length as one may have. */
        private void share(int minutes, List<SessionToPlace> sessions) {
            for (int from = 0; from < sessions.size(); from += RosterClient.MAX_SESSIONS) {
                var until = Math.min(sessions.size(), from + RosterClient.MAX_SESSIONS);
                clients.add(RosterClient.elsewhere(
                        "sessions of %d minutes from %d on".formatted(minutes, from), sessions.subList(from, until)));
            }
        }

        List<RosterClient> clients() {
            return clients;
        }

        Set<String> identifiers() {
            return clients.stream().map(RosterClient::id).collect(Collectors.toSet());
        }

        /** The seats of each client, as clients. */
        Map<UUID, Set<String>> seatsByClient() {
            return seatsByClient;
        }

        Roster roster() {
            var groups = booked.given();
            return Roster.of(cohortByClient, groups.facilitatorByCohort(), groups.roomsByCohort(), placed);
        }
    }
}
