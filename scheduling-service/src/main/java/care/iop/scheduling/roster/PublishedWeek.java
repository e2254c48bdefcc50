package care.iop.scheduling.roster;

import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.session.Session;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a program's week holds: its scheduled sessions and the seats taken in them, in order of time. */
final class PublishedWeek {

    /** A meeting of a series. */
    private record Meeting(UUID seriesId, LocalDate day) {}

    private final List<Session> sessions;
    private final List<Booking> bookings;
    private final Map<UUID, Session> sessionById = new HashMap<>();
    private final Map<Meeting, Session> meetings = new HashMap<>();
    private final Map<UUID, List<Booking>> bookingsByClient;
    private final Map<UUID, List<Booking>> bookingsBySession;

    PublishedWeek(List<Session> sessions, List<Booking> bookings) {
        this.sessions = List.copyOf(sessions);
        this.bookings = List.copyOf(bookings);
        for (var session : sessions) {
            sessionById.put(session.id(), session);
            session.seriesId()
                    .ifPresent(series ->
                            meetings.put(new Meeting(series, session.time().sessionOn()), session));
        }
        this.bookingsByClient = bookings.stream().collect(Collectors.groupingBy(Booking::enrollmentId));
        this.bookingsBySession = bookings.stream().collect(Collectors.groupingBy(Booking::sessionId));
    }

    List<Session> sessions() {
        return sessions;
    }

    List<Booking> bookings() {
        return bookings;
    }

    /** The session of a booking of this week. */
    Session sessionOf(Booking booking) {
        return session(booking.sessionId())
                .orElseThrow(() -> new IllegalStateException("booking " + booking.id() + " has no scheduled session"));
    }

    Optional<Session> session(UUID id) {
        return Optional.ofNullable(sessionById.get(id));
    }

    /** The scheduled meeting of a series on a day. */
    Optional<Session> meeting(UUID seriesId, LocalDate day) {
        return Optional.ofNullable(meetings.get(new Meeting(seriesId, day)));
    }

    /** The seats taken in a session. */
    List<Booking> in(UUID sessionId) {
        return bookingsBySession.getOrDefault(sessionId, List.of());
    }

    /** A client's treatment this week: what is booked, check-ins apart. */
    List<Booking> treatmentOf(UUID enrollmentId) {
        return bookingsByClient.getOrDefault(enrollmentId, List.of()).stream()
                .filter(PublishedWeek::isTreatment)
                .toList();
    }

    static boolean isTreatment(Booking booking) {
        return isTreatment(booking.kind());
    }

    /** A check-in is optional and no treatment. */
    static boolean isTreatment(SessionKind kind) {
        return kind != SessionKind.CHECK_IN;
    }

    /** Clients with treatment none of which meets the condition. */
    Set<UUID> clientsWithout(Predicate<Booking> condition) {
        return bookingsByClient.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(PublishedWeek::isTreatment))
                .filter(entry -> entry.getValue().stream()
                        .filter(PublishedWeek::isTreatment)
                        .noneMatch(condition))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The week as it would be without the treatment of these clients, and without the sessions that nobody else attends. */
    PublishedWeek withoutClients(Set<UUID> clients) {
        if (clients.isEmpty()) {
            return this;
        }
        var left = bookings.stream()
                .filter(booking -> !isTreatment(booking) || !clients.contains(booking.enrollmentId()))
                .toList();
        var emptied = new HashSet<>(bookingsBySession.keySet());
        left.forEach(booking -> emptied.remove(booking.sessionId()));
        return new PublishedWeek(
                sessions.stream()
                        .filter(session -> !emptied.contains(session.id()))
                        .toList(),
                left);
    }
}
