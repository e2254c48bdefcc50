package care.iop.scheduling.roster;

import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.roster.engine.problem.PlacedSession;
import care.iop.scheduling.roster.engine.problem.Roster;
import care.iop.scheduling.roster.engine.problem.SessionToPlace;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import care.iop.scheduling.session.Occurrence;
import care.iop.scheduling.session.Session;
import care.iop.scheduling.session.SessionSeries;
import care.iop.scheduling.session.SessionTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a week holds already, read for the engine. A group all of whose meetings are scheduled with a facilitator is an open
 * group of the given roster: led by whoever leads most of its meetings, the others are substitutes. A session of one client is
 * a placed one. Whatever else is scheduled, such as check-ins, only takes people's time.
 */
final class BookedWeek {

    private final Map<UUID, Session> sessionById;
    private final List<Session> sessions;
    private final List<Booking> bookings;
    private final Map<UUID, List<Booking>> bookingsByClient;
    private final Map<UUID, List<Session>> sessionsByClinician = new HashMap<>();
    private final Set<UUID> treatments;
    private final Map<UUID, List<Session>> openGroups = new LinkedHashMap<>();
    private final Set<UUID> partlyScheduled = new HashSet<>();

    BookedWeek(List<Session> sessions, List<Booking> bookings, CandidateGroups groups) {
        this.sessions = List.copyOf(sessions);
        this.bookings = List.copyOf(bookings);
        this.bookingsByClient = bookings.stream().collect(Collectors.groupingBy(Booking::enrollmentId));
        this.treatments = bookings.stream()
                .filter(PublishedWeek::isTreatment)
                .map(Booking::sessionId)
                .collect(Collectors.toSet());
        Map<UUID, List<Session>> ofSeries = new HashMap<>();
        for (var session : sessions) {
            var clinician = session.place().clinicianId();
            if (clinician != null) {
                sessionsByClinician
                        .computeIfAbsent(clinician, id -> new ArrayList<>())
                        .add(session);
            }
            session.seriesId().ifPresent(series -> ofSeries.computeIfAbsent(series, id -> new ArrayList<>())
                    .add(session));
        }
        this.sessionById = sessions.stream().collect(Collectors.toMap(Session::id, session -> session));
        for (var series : groups.all()) {
            var meetings = groups.meetingsOf(series);
            var scheduled = ofSeries.getOrDefault(series.id(), List.of());
            if (groups.isHeld(series) && isOpenGroup(series, meetings, scheduled)) {
                openGroups.put(series.id(), scheduled);
            } else if (!scheduled.isEmpty()) {
                partlyScheduled.add(series.id());
            }
        }
    }

    private static boolean isOpenGroup(SessionSeries series, List<Occurrence> meetings, List<Session> scheduled) {
        return !scheduled.isEmpty()
                && scheduled.stream()
                        .map(session -> session.time().sessionOn())
                        .collect(Collectors.toSet())
                        .equals(meetings.stream().map(Occurrence::sessionOn).collect(Collectors.toSet()))
                && scheduled.stream().allMatch(session -> session.place().clinicianId() != null)
                && scheduled.stream()
                        .allMatch(session -> series.tele() || session.place().roomId() != null);
    }

    /** Whether the group can't be offered because somebody scheduled some of its meetings by hand. */
    boolean isPartlyScheduled(UUID seriesId) {
        return partlyScheduled.contains(seriesId);
    }

    /** Who leads the group this week; empty as long as it is not open. */
    Optional<UUID> facilitatorOf(UUID seriesId) {
        return Optional.ofNullable(openGroups.get(seriesId)).map(BookedWeek::facilitator);
    }

    /** Whoever leads most of the meetings, and of several the one who leads the earliest. */
    private static UUID facilitator(List<Session> group) {
        var meetings = new LinkedHashMap<UUID, Integer>();
        for (var session : group) {
            meetings.merge(Objects.requireNonNull(session.place().clinicianId()), 1, Integer::sum);
        }
        var most = Collections.max(meetings.values());
        return meetings.entrySet().stream()
                .filter(entry -> entry.getValue().equals(most))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private boolean isSubstituted(Session session) {
        return session.seriesId()
                .flatMap(this::facilitatorOf)
                .filter(facilitator -> !facilitator.equals(session.place().clinicianId()))
                .isPresent();
    }

    /** Clients with treatment this week: they keep what they have. */
    Set<UUID> alreadyBooked() {
        return bookings.stream()
                .filter(PublishedWeek::isTreatment)
                .map(Booking::enrollmentId)
                .collect(Collectors.toSet());
    }

    /** The client's sessions alone, as the engine's. */
    List<SessionToPlace> sessionsAloneOf(UUID enrollmentId) {
        return of(enrollmentId).stream()
                .filter(this::isAlone)
                .map(booking -> new SessionToPlace(
                        idOf(booking),
                        EngineWords.of(booking.kind()),
                        booking.time().plannedMinutes()))
                .toList();
    }

    /** Whether the client sits in an open group this week. */
    boolean isInGroup(UUID enrollmentId) {
        return of(enrollmentId).stream().anyMatch(booking -> session(booking)
                .seriesId()
                .filter(openGroups::containsKey)
                .isPresent());
    }

    /** When a client is busy with what the given roster does not hold. */
    List<WeekWindow> otherwiseBusy(UUID enrollmentId) {
        return of(enrollmentId).stream()
                .filter(booking -> !isAlone(booking))
                .filter(booking -> session(booking)
                        .seriesId()
                        .filter(openGroups::containsKey)
                        .isEmpty())
                .map(booking -> window(booking.time()))
                .toList();
    }

    /** When a clinician is busy with what the given roster does not hold. */
    List<WeekWindow> clinicianOtherwiseBusy(UUID clinicianId) {
        return sessionsByClinician.getOrDefault(clinicianId, List.of()).stream()
                .filter(session -> isSubstituted(session)
                        || !session.seriesId().map(openGroups::containsKey).orElseGet(() -> isTreatment(session)))
                .map(session -> window(session.time()))
                .toList();
    }

    /** Meetings of open groups that a clinician leads in place of whoever leads the group. */
    List<WeekWindow> substitutedBy(UUID clinicianId) {
        return sessionsByClinician.getOrDefault(clinicianId, List.of()).stream()
                .filter(this::isSubstituted)
                .map(session -> window(session.time()))
                .toList();
    }

    /** What is scheduled besides the meetings of open groups. */
    List<Session> besidesGroups() {
        return sessions.stream()
                .filter(session ->
                        session.seriesId().filter(openGroups::containsKey).isEmpty())
                .toList();
    }

    /** The open group to which a scheduled session belongs; empty when it is no group's. */
    Optional<UUID> groupOf(UUID sessionId) {
        return Optional.ofNullable(sessionById.get(sessionId))
                .flatMap(Session::seriesId)
                .filter(openGroups::containsKey);
    }

    /** What is booked, as a roster in which nobody moves. */
    Roster given() {
        Map<String, String> cohortByClient = new HashMap<>();
        Map<String, String> facilitatorByCohort = new HashMap<>();
        Map<String, List<String>> roomsByCohort = new HashMap<>();
        Map<String, PlacedSession> placed = new HashMap<>();
        openGroups.forEach((series, group) -> {
            facilitatorOf(series).ifPresent(id -> facilitatorByCohort.put(series.toString(), id.toString()));
            var rooms = new ArrayList<String>();
            for (var session : group) {
                var room = session.place().roomId();
                if (room != null) {
                    rooms.add(room.toString());
                }
            }
            if (!rooms.isEmpty()) {
                roomsByCohort.put(series.toString(), rooms);
            }
        });
        for (var booking : bookings) {
            var session = session(booking);
            var series = session.seriesId();
            var clinician = session.place().clinicianId();
            if (series.filter(openGroups::containsKey).isPresent()) {
                cohortByClient.put(
                        booking.enrollmentId().toString(), series.get().toString());
            } else if (isAlone(booking) && clinician != null) {
                placed.put(idOf(booking), placed(booking, clinician));
            }
        }
        return Roster.of(cohortByClient, facilitatorByCohort, roomsByCohort, placed);
    }

    /** A session that one client has alone, and where. */
    record Held(SessionKind kind, PlacedSession placed) {}

    /** The client's sessions alone with their places, in order of time. */
    List<Held> heldBy(UUID enrollmentId) {
        var held = new ArrayList<Held>();
        for (var booking : of(enrollmentId)) {
            var clinician = session(booking).place().clinicianId();
            if (isAlone(booking) && clinician != null) {
                held.add(new Held(booking.kind(), placed(booking, clinician)));
            }
        }
        return held;
    }

    private PlacedSession placed(Booking booking, UUID clinician) {
        var room = session(booking).place().roomId();
        return new PlacedSession(
                idOf(booking), clinician.toString(), window(booking.time()), room == null ? null : room.toString());
    }

    /** A check-in is none of the roster's sessions, also when it is one client's. */
    private boolean isAlone(Booking booking) {
        return PublishedWeek.isTreatment(booking) && session(booking).seriesId().isEmpty();
    }

    private boolean isTreatment(Session session) {
        return treatments.contains(session.id());
    }

    private List<Booking> of(UUID enrollmentId) {
        return bookingsByClient.getOrDefault(enrollmentId, List.of());
    }

    private Session session(Booking booking) {
        return Objects.requireNonNull(sessionById.get(booking.sessionId()), "a booked session is scheduled");
    }

    private static String idOf(Booking booking) {
        return "booked/" + booking.id();
    }

    static WeekWindow window(SessionTime time) {
        var start = time.startsAt().atZone(ZoneId.of(time.zone())).toLocalTime();
        return WeekWindow.of(time.sessionOn().getDayOfWeek(), start, start.plusMinutes(time.plannedMinutes()));
    }
}
