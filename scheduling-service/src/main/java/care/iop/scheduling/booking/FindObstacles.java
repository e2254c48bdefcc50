package care.iop.scheduling.booking;

import care.iop.scheduling.booking.Obstacle.Alternative;
import care.iop.scheduling.booking.Obstacle.Reason;
import care.iop.scheduling.clinician.Clinician;
import care.iop.scheduling.clinician.Clinicians;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.program.Program;
import care.iop.scheduling.room.Room;
import care.iop.scheduling.room.Rooms;
import care.iop.scheduling.session.AllSessionSeries;
import care.iop.scheduling.session.Session;
import care.iop.scheduling.session.SessionSeries;
import care.iop.scheduling.session.SessionTime;
import care.iop.scheduling.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks, before many seats are taken together, at everything that stands in the way of each, and for the nearest that is
 * free. Only a look: the database itself refuses what somebody else takes in between.
 */
@ApplicationScoped
class FindObstacles {

    private static final int NEAR_DAYS = 6;
    private static final int GRID_MINUTES = 15;

    private final Bookings bookings;
    private final Sessions sessions;
    private final AllSessionSeries allSeries;
    private final Clinicians clinicians;
    private final Rooms rooms;
    private final ScheduleSessions scheduleSessions;
    private final Clock clock;

    FindObstacles(
            Bookings bookings,
            Sessions sessions,
            AllSessionSeries allSeries,
            Clinicians clinicians,
            Rooms rooms,
            ScheduleSessions scheduleSessions,
            Clock clock) {
        this.bookings = bookings;
        this.sessions = sessions;
        this.allSeries = allSeries;
        this.clinicians = clinicians;
        this.rooms = rooms;
        this.scheduleSessions = scheduleSessions;
        this.clock = clock;
    }

    /**
     * Everything in the way of these sessions, in order of time; nothing when all can be had.
     *
     * @param leaving the client's bookings that are given up for them
     */
    @Transactional(TxType.MANDATORY)
    List<Obstacle> of(List<Wanted> wanted, Enrollment enrollment, Program program, Collection<Booking> leaving) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        return new Look(wanted, enrollment, program, leaving).obstacles();
    }

    private final class Look {

        private final List<Wanted> wanted;
        private final Enrollment enrollment;
        private final Program program;
        private final Set<UUID> left;
        private final Map<ScheduleSessions.Meeting, Session> meetings;
        private final Map<UUID, Long> freeSeats = new HashMap<>();
        private final Map<UUID, Clinician> staff = new HashMap<>();
        private final Occupied occupied = new Occupied();
        private final Instant now = clock.instant();
        private final LocalDate first;
        private final LocalDate last;

        Look(List<Wanted> wanted, Enrollment enrollment, Program program, Collection<Booking> leaving) {
            this.wanted = wanted.stream().sorted(ScheduleSessions.LOCK_ORDER).toList();
            this.enrollment = enrollment;
            this.program = program;
            var days = this.wanted.stream()
                    .map(one -> one.time().sessionOn())
                    .sorted()
                    .toList();
            this.first = days.get(0).minusDays(NEAR_DAYS);
            this.last = days.get(days.size() - 1).plusDays(NEAR_DAYS);
            var going = leaving.stream().map(Booking::id).collect(Collectors.toSet());
            this.left = leaving.stream().map(Booking::sessionId).collect(Collectors.toSet());
            this.meetings = scheduleSessions.scheduled(wanted);
            for (var booking : bookings.taken(enrollment.patientId(), first, last, now)) {
                if (!going.contains(booking.id())) {
                    occupied.client(booking.time(), booking.sessionId());
                }
            }
            var clinicianIds = wanted.stream()
                    .map(one -> one.place().clinicianId())
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            take(sessions.standing(clinicianIds, roomsOf(wanted), first, last, now));
            seats(meetings.values());
            for (var clinician : clinicians.ofProgram(program.id())) {
                staff.put(clinician.id(), clinician);
            }
        }

        private static Set<UUID> roomsOf(List<Wanted> wanted) {
            return wanted.stream()
                    .map(one -> one.place().roomId())
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
        }

        private void take(Collection<Session> standing) {
            for (var session : standing) {
                if (session.seriesId().isPresent() || !left.contains(session.id())) {
                    occupied.session(session.time(), session.place(), session.id());
                }
            }
        }

        private void seats(Collection<Session> of) {
            var expired = bookings.expiredHolds(of.stream().map(Session::id).toList(), now);
            for (var session : of) {
                freeSeats.put(
                        session.id(),
                        session.capacity() - session.seatsTaken() + expired.getOrDefault(session.id(), 0L));
            }
        }

        List<Obstacle> obstacles() {
            var found = new ArrayList<Obstacle>();
            long asked = 0;
            var blocked = new LinkedHashMap<Integer, Wanted>();
            for (var one : wanted) {
                var before = found.size();
                look(one, found);
                for (int i = before; i < found.size(); i++) {
                    blocked.put(i, one);
                }
                if (found.size() == before) {
                    // What is asked for later in the same request finds this one in its way.
                    var itself = session(one);
                    var id = itself == null ? new UUID(0, asked++) : itself.id();
                    occupied.client(one.time(), id);
                    occupied.session(one.time(), one.place(), id);
                }
            }
            if (!found.isEmpty()) {
                takeOtherRooms();
                blocked.forEach(
                        (index, one) -> found.set(index, found.get(index).instead(nearest(one))));
            }
            return found;
        }

        private @Nullable Session session(Wanted one) {
            return ScheduleSessions.meeting(one).map(meetings::get).orElse(null);
        }

        private void look(Wanted one, List<Obstacle> found) {
            var time = one.time();
            var session = session(one);
            if (program.isClosedOn(time.sessionOn())) {
                found.add(obstacle(one, Reason.PROGRAM_CLOSED, "The program is closed on that day."));
            }
            occupied.ofClient(time)
                    .ifPresent(other -> found.add(obstacle(
                            one, Reason.CLIENT_DOUBLE_BOOKED, "The client has another session " + hours(other))));
            if (session != null) {
                if (freeSeats.getOrDefault(session.id(), 0L) < 1) {
                    found.add(obstacle(one, Reason.SESSION_FULL, "All " + session.capacity() + " seats are taken."));
                }
                return;
            }
            occupied.ofClinician(one.place().clinicianId(), time)
                    .ifPresent(other -> found.add(obstacle(
                            one, Reason.CLINICIAN_DOUBLE_BOOKED, "The clinician has another session " + hours(other))));
            occupied.ofRoom(one.place().roomId(), time)
                    .ifPresent(other ->
                            found.add(obstacle(one, Reason.ROOM_DOUBLE_BOOKED, "The room is taken " + hours(other))));
            if (one.series().isEmpty() && !atWork(one.place().clinicianId(), time)) {
                found.add(obstacle(
                        one, Reason.CLINICIAN_NOT_WORKING, "The clinician does not work at that time of the week."));
            }
        }

        private boolean atWork(@Nullable UUID clinicianId, SessionTime time) {
            var clinician = clinicianId == null ? null : staff.get(clinicianId);
            return clinician == null || WantedSeats.worksAt(clinician, time);
        }

        private static String hours(SessionTime time) {
            var zone = ZoneId.of(time.zone());
            return "from " + time.localStart() + " to "
                    + time.endsAt().atZone(zone).toLocalTime() + ".";
        }

        private static Obstacle obstacle(Wanted one, Reason reason, String detail) {
            return new Obstacle(
                    one.item(), null, one.time().sessionOn(), one.time().localStart(), reason, detail, null);
        }

        /** The nearest that is free may be in another room of the same type. */
        private void takeOtherRooms() {
            var types = rooms.ofProgram(program.id()).stream()
                    .filter(room -> roomsOf(wanted).contains(room.id()))
                    .map(Room::type)
                    .collect(Collectors.toSet());
            var others = rooms.ofProgram(program.id()).stream()
                    .filter(room -> types.contains(room.type()))
                    .map(Room::id)
                    .collect(Collectors.toSet());
            take(sessions.standing(Set.of(), others, first, last, now));
        }

        private @Nullable Alternative nearest(Wanted one) {
            return one.series().map(series -> nearestMeeting(one, series)).orElseGet(() -> nearestAlone(one));
        }

        /** The nearest meeting with a free seat of a series that is like the one that was asked for. */
        private @Nullable Alternative nearestMeeting(Wanted one, SessionSeries asked) {
            var from = one.time().sessionOn().minusDays(NEAR_DAYS);
            var candidates = allSeries.ofProgram(program.id()).stream()
                    .filter(series -> series.kind() == asked.kind()
                            && series.tele() == asked.tele()
                            && series.trauma() == asked.trauma()
                            && series.gender() == asked.gender())
                    .flatMap(series -> series.occurrences(program, from, from.plusDays(2L * NEAR_DAYS)).stream()
                            .map(occurrence -> (Wanted) new Wanted.InMeeting(one.item(), series, occurrence)))
                    .filter(candidate -> candidate.time().startsAt().isAfter(now)
                            && !candidate.time().sessionOn().isBefore(enrollment.admittedOn()))
                    .sorted(Comparator.comparing(candidate -> distance(one, candidate.time())))
                    .toList();
            var scheduled = scheduleSessions.scheduled(candidates);
            seats(scheduled.values());
            for (var candidate : candidates) {
                var session =
                        ScheduleSessions.meeting(candidate).map(scheduled::get).orElse(null);
                var free = session == null
                        ? occupied.ofClinician(candidate.place().clinicianId(), candidate.time())
                                        .isEmpty()
                                && occupied.ofRoom(candidate.place().roomId(), candidate.time())
                                        .isEmpty()
                        : freeSeats.getOrDefault(session.id(), 0L) > 0;
                if (free && occupied.ofClient(candidate.time()).isEmpty()) {
                    return new Alternative(
                            candidate.time().sessionOn(),
                            candidate.time().localStart(),
                            candidate.series().map(SessionSeries::id).orElse(null),
                            null,
                            null);
                }
            }
            return null;
        }

        /** The nearest time with the same clinician, in the same room or another of its type. */
        private @Nullable Alternative nearestAlone(Wanted one) {
            var clinicianId = one.place().clinicianId();
            var clinician = clinicianId == null ? null : staff.get(clinicianId);
            if (clinician == null) {
                return null;
            }
            var minutes = one.time().plannedMinutes();
            return IntStream.rangeClosed(-NEAR_DAYS, NEAR_DAYS)
                    .mapToObj(one.time().sessionOn()::plusDays)
                    .filter(day -> !program.isClosedOn(day) && !day.isBefore(enrollment.admittedOn()))
                    .flatMap(day -> clinician.workingHours().stream()
                            .filter(window -> window.day() == day.getDayOfWeek())
                            .flatMap(window -> IntStream.iterate(
                                            window.startMinute(),
                                            start -> start + minutes <= window.endMinute(),
                                            start -> start + GRID_MINUTES)
                                    .mapToObj(start -> SessionTime.at(
                                            day,
                                            LocalTime.ofSecondOfDay(start * 60L),
                                            Duration.ofMinutes(minutes),
                                            program.zone()))))
                    .filter(time -> time.startsAt().isAfter(now))
                    .sorted(Comparator.comparing(time -> distance(one, time)))
                    .filter(time -> occupied.ofClient(time).isEmpty()
                            && occupied.ofClinician(clinicianId, time).isEmpty())
                    .flatMap(time -> roomAt(one, time))
                    .findFirst()
                    .orElse(null);
        }

        private Stream<Alternative> roomAt(Wanted one, SessionTime time) {
            var asked = one.place().roomId();
            if (asked == null) {
                return Stream.of(alternative(one, time, null));
            }
            var all = rooms.ofProgram(program.id());
            var type = all.stream()
                    .filter(room -> room.id().equals(asked))
                    .map(Room::type)
                    .findFirst();
            return all.stream()
                    .filter(room -> type.filter(room.type()::equals).isPresent())
                    .map(Room::id)
                    .sorted(Comparator.comparing(room -> !room.equals(asked)))
                    .filter(room -> occupied.ofRoom(room, time).isEmpty())
                    .limit(1)
                    .map(room -> alternative(one, time, room));
        }

        private static Alternative alternative(Wanted one, SessionTime time, @Nullable UUID room) {
            return new Alternative(
                    time.sessionOn(), time.localStart(), null, one.place().clinicianId(), room);
        }

        private static long distance(Wanted one, SessionTime time) {
            return Math.abs(
                    Duration.between(one.time().startsAt(), time.startsAt()).toMinutes());
        }
    }
}
