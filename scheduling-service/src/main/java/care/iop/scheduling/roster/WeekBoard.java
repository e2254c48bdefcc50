package care.iop.scheduling.roster;

import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.roster.engine.problem.RoomType;
import care.iop.scheduling.roster.engine.problem.RosterClient;
import care.iop.scheduling.roster.engine.problem.RosterClinician;
import care.iop.scheduling.roster.engine.problem.RosterCohort;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import care.iop.scheduling.session.Session;
import care.iop.scheduling.session.SessionTime;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A published week as a board on which single sessions can be moved: who is where, and who is free when, in quarter hours.
 * {@link PlacesOnBoard} finds the places that are left on it.
 */
final class WeekBoard {

    private static final int MINUTES_PER_HOUR = 60;
    private static final int MINUTES_PER_DAY = 24 * 60;

    /** A session of one client alone, where it is now; {@code bookingId} is absent as long as it is not booked. */
    record Visit(
            UUID client,
            SessionKind kind,
            WeekWindow when,
            @Nullable UUID clinician,
            @Nullable UUID room,
            @Nullable UUID bookingId) {}

    /** A meeting of a group. */
    record Meeting(
            UUID sessionId,
            UUID seriesId,
            WeekWindow when,
            @Nullable UUID clinician,
            @Nullable UUID room) {}

    private final RosterProblem problem;
    private final Map<UUID, RosterClient> clients = new HashMap<>();
    private final Map<UUID, RosterClinician> clinicians = new LinkedHashMap<>();
    private final List<UUID> offices = new ArrayList<>();
    private final List<UUID> groupRooms = new ArrayList<>();
    private final Map<String, RosterCohort> cohorts;
    private final Occupancy clinicianHours = new Occupancy();
    private final Occupancy clientHours = new Occupancy();
    private final Occupancy clinicianBusy = new Occupancy();
    private final Occupancy roomBusy = new Occupancy();
    private final Occupancy clientBusy = new Occupancy();

    /** Time of sessions that the client will not attend: nothing else can be booked then, but it makes no day longer. */
    private final Occupancy clientExcused = new Occupancy();

    private final Map<UUID, Integer> clinicianMinutes = new HashMap<>();
    private final Map<UUID, List<Visit>> visits = new LinkedHashMap<>();
    private final Map<UUID, List<Visit>> visitsByClinician = new HashMap<>();
    private final Map<UUID, Meeting> meetings = new LinkedHashMap<>();

    /** The week as it is published. */
    static WeekBoard of(RosterWeek week) {
        var board = new WeekBoard(week.problem());
        var published = week.published();
        published.sessions().forEach(session -> board.seat(session, week.zone()));
        published.bookings().forEach(booking -> board.seat(booking, published.sessionOf(booking), week.zone()));
        return board;
    }

    /** A board with nothing on it. */
    WeekBoard(RosterProblem problem) {
        this.problem = problem;
        for (var client : problem.clients()) {
            clients.put(UUID.fromString(client.id()), client);
            clientHours.add(UUID.fromString(client.id()), client.availability().windows());
        }
        for (var clinician : problem.clinicians()) {
            clinicians.put(UUID.fromString(clinician.id()), clinician);
            clinicianHours.add(
                    UUID.fromString(clinician.id()), clinician.availability().windows());
        }
        for (var room : problem.rooms()) {
            (room.type() == RoomType.OFFICE ? offices : groupRooms).add(UUID.fromString(room.id()));
        }
        this.cohorts = problem.cohorts().stream().collect(Collectors.toMap(RosterCohort::id, cohort -> cohort));
    }

    private void seat(Session session, ZoneId zone) {
        var when = window(session.time().in(zone));
        var series = session.seriesId();
        var clinician = session.place().clinicianId();
        roomBusy.add(session.place().roomId(), when);
        if (series.isEmpty() || cohorts.containsKey(series.get().toString())) {
            occupy(clinician, when);
        } else {
            clinicianBusy.add(clinician, when);
        }
        series.ifPresent(id -> meetings.put(
                session.id(),
                new Meeting(session.id(), id, when, clinician, session.place().roomId())));
    }

    private void seat(Booking booking, Session session, ZoneId zone) {
        var when = window(booking.time().in(zone));
        if (isExcused(booking)) {
            clientExcused.add(booking.enrollmentId(), when);
            return;
        }
        clientBusy.add(booking.enrollmentId(), when);
        if (session.seriesId().isEmpty()) {
            note(new Visit(
                    booking.enrollmentId(),
                    booking.kind(),
                    when,
                    session.place().clinicianId(),
                    session.place().roomId(),
                    booking.id()));
        }
    }

    /** Whether it is known already that nothing is given in it; it stays where it is. */
    static boolean isExcused(Booking booking) {
        return booking.attendance().isPresent() && booking.deliveredMinutes() == 0;
    }

    static WeekWindow window(SessionTime time) {
        var start = time.startsAt().atZone(ZoneId.of(time.zone())).toLocalTime();
        var from = start.toSecondOfDay() / MINUTES_PER_HOUR / WeekWindow.GRID_MINUTES * WeekWindow.GRID_MINUTES;
        var until =
                Math.min(MINUTES_PER_DAY, from + WeekWindow.quarters(time.plannedMinutes()) * WeekWindow.GRID_MINUTES);
        return new WeekWindow(time.sessionOn().getDayOfWeek(), from, until);
    }

    private void note(Visit visit) {
        visits.computeIfAbsent(visit.client(), id -> new ArrayList<>()).add(visit);
        if (visit.clinician() != null) {
            visitsByClinician
                    .computeIfAbsent(visit.clinician(), id -> new ArrayList<>())
                    .add(visit);
        }
    }

    private void forget(Visit visit) {
        visits.getOrDefault(visit.client(), new ArrayList<>()).remove(visit);
        if (visit.clinician() != null) {
            visitsByClinician.getOrDefault(visit.clinician(), new ArrayList<>()).remove(visit);
        }
    }

    List<Visit> visits() {
        return visits.values().stream().flatMap(List::stream).toList();
    }

    List<Visit> visitsOf(UUID client) {
        return List.copyOf(visits.getOrDefault(client, List.of()));
    }

    List<Meeting> meetings() {
        return List.copyOf(meetings.values());
    }

    Meeting meeting(UUID sessionId) {
        return Objects.requireNonNull(meetings.get(sessionId), "the meeting is in the week");
    }

    RosterProblem problem() {
        return problem;
    }

    RosterClient client(UUID id) {
        return Objects.requireNonNull(clients.get(id), "the client is in the week");
    }

    boolean knows(UUID client) {
        return clients.containsKey(client);
    }

    RosterClinician clinician(UUID id) {
        return Objects.requireNonNull(clinicians.get(id), "the clinician is in the week");
    }

    Collection<UUID> clinicians() {
        return clinicians.keySet();
    }

    int minutesOf(UUID clinician) {
        return clinicianMinutes.getOrDefault(clinician, 0);
    }

    /** What a client attends. */
    Occupancy attended() {
        return clientBusy;
    }

    /** Takes working hours away: what the clinician holds then has to go elsewhere. */
    void absent(UUID clinician, Set<DayOfWeek> days) {
        days.forEach(day -> clinicianHours.removeDay(clinician, day));
    }

    /** Takes a room away on these days. */
    void lost(UUID room, Set<DayOfWeek> days) {
        days.forEach(day -> roomBusy.addDay(room, day));
    }

    /** Takes the time before a moment of the week away from everybody: what is over can't be planned. */
    void over(DayOfWeek day, int minute) {
        clientHours.removeBefore(day, minute);
    }

    /** Takes time of a clinician, which counts as worked. */
    void occupy(@Nullable UUID clinician, WeekWindow when) {
        clinicianBusy.add(clinician, when);
        if (clinician != null) {
            clinicianMinutes.merge(clinician, when.minutes(), Integer::sum);
        }
    }

    /** Takes time of a client, for meetings of a group. */
    void attend(UUID client, WeekWindow when) {
        clientBusy.add(client, when);
    }

    /** Gives a client's time back, of a meeting that they don't attend any more. */
    void leave(UUID client, WeekWindow when) {
        clientBusy.remove(client, when);
    }

    /** Takes a visit off the board. */
    void remove(Visit visit) {
        forget(visit);
        clientBusy.remove(visit.client(), visit.when());
        clinicianBusy.remove(visit.clinician(), visit.when());
        roomBusy.remove(visit.room(), visit.when());
        if (visit.clinician() != null) {
            clinicianMinutes.merge(visit.clinician(), -visit.when().minutes(), Integer::sum);
        }
    }

    /** Puts a visit on the board. */
    void put(Visit visit) {
        note(visit);
        clientBusy.add(visit.client(), visit.when());
        occupy(visit.clinician(), visit.when());
        roomBusy.add(visit.room(), visit.when());
    }

    /** Hands a meeting over; what was held before is free. */
    void hand(Meeting meeting, @Nullable UUID clinician, @Nullable UUID room) {
        clinicianBusy.remove(meeting.clinician(), meeting.when());
        roomBusy.remove(meeting.room(), meeting.when());
        clinicianBusy.add(clinician, meeting.when());
        roomBusy.add(room, meeting.when());
        meetings.put(
                meeting.sessionId(),
                new Meeting(meeting.sessionId(), meeting.seriesId(), meeting.when(), clinician, room));
    }

    /** Who could lead a meeting in place of its facilitator: the one with the fewest hours first. */
    List<UUID> substitutes(Meeting meeting) {
        var cohort = cohorts.get(meeting.seriesId().toString());
        return clinicians.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(meeting.clinician()))
                .filter(entry -> cohort == null || entry.getValue().mayFacilitate(cohort))
                .map(Map.Entry::getKey)
                .filter(id -> isAtWork(id, meeting.when()))
                .sorted(Comparator.comparingInt(this::minutesOf).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Whether a clinician works then, holds nothing else, keeps the agreed break and has the minutes left for it. */
    boolean isAtWork(UUID clinician, WeekWindow when) {
        return works(clinician, when)
                && isIdle(clinician, when)
                && leavesBreak(clinician, when)
                && minutesOf(clinician) + when.minutes() <= clinician(clinician).maxMinutes();
    }

    private boolean leavesBreak(UUID clinician, WeekWindow when) {
        var pause = clinician(clinician).pause();
        if (pause == null) {
            return true;
        }
        for (int start = pause.fromMinute();
                start + pause.minutes() <= pause.untilMinute();
                start += WeekWindow.GRID_MINUTES) {
            var free = new WeekWindow(when.day(), start, start + pause.minutes());
            if (free.overlapMinutes(when) == 0 && isIdle(clinician, free)) {
                return true;
            }
        }
        return false;
    }

    boolean works(UUID clinician, WeekWindow when) {
        return clinicianHours.covers(clinician, when);
    }

    boolean isIdle(UUID clinician, WeekWindow when) {
        return clinicianBusy.isClear(clinician, when);
    }

    /** Whether the client has nothing else then. */
    boolean isFree(UUID client, WeekWindow when) {
        return clientBusy.isClear(client, when) && clientExcused.isClear(client, when);
    }

    /** Whether the client's hours hold it. */
    boolean canCome(UUID client, WeekWindow when) {
        return clientHours.covers(client, when);
    }

    boolean isRoomFree(UUID room, WeekWindow when) {
        return roomBusy.isClear(room, when);
    }

    @Nullable
    UUID freeOffice(WeekWindow when) {
        return offices.stream()
                .filter(room -> isRoomFree(room, when))
                .findFirst()
                .orElse(null);
    }

    /** A free room of the kind that the lost one was. */
    Optional<UUID> roomInstead(@Nullable UUID lost, WeekWindow when) {
        return (groupRooms.contains(lost) ? groupRooms : offices)
                .stream()
                        .filter(room -> !room.equals(lost) && isRoomFree(room, when))
                        .findFirst();
    }

    /** The visits that alone keep a clinician from holding a session at a time; empty when something else does, too. */
    List<Visit> visitsInTheWay(UUID clinician, WeekWindow when) {
        var there = visitsByClinician.getOrDefault(clinician, List.of()).stream()
                .filter(visit -> visit.when().overlapMinutes(when) > 0)
                .toList();
        var rest = clinicianBusy.minutesIn(clinician, when)
                - there.stream()
                        .mapToInt(visit -> visit.when().overlapMinutes(when))
                        .sum();
        return rest > 0 ? List.of() : there;
    }
}
