package care.iop.scheduling.calendar;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.booking.Bookings;
import care.iop.scheduling.clinician.Clinician;
import care.iop.scheduling.clinician.Clinicians;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.enrollment.Enrollments;
import care.iop.scheduling.program.Programs;
import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.room.Room;
import care.iop.scheduling.room.Rooms;
import care.iop.scheduling.session.Session;
import care.iop.scheduling.session.SessionStatus;
import care.iop.scheduling.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the sessions of a client, a clinician or a room as a calendar. */
@ApplicationScoped
class ReadCalendar {

    private static final String NEUTRAL = "Appointment";

    private final Enrollments enrollments;
    private final Programs programs;
    private final Clinicians clinicians;
    private final Rooms rooms;
    private final Bookings bookings;
    private final Sessions sessions;
    private final CalendarFeeds feeds;
    private final AccessAudit audit;
    private final CalendarSettings settings;
    private final Clock clock;

    ReadCalendar(
            Enrollments enrollments,
            Programs programs,
            Clinicians clinicians,
            Rooms rooms,
            Bookings bookings,
            Sessions sessions,
            CalendarFeeds feeds,
            AccessAudit audit,
            CalendarSettings settings,
            Clock clock) {
        this.enrollments = enrollments;
        this.programs = programs;
        this.clinicians = clinicians;
        this.rooms = rooms;
        this.bookings = bookings;
        this.sessions = sessions;
        this.feeds = feeds;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** The calendar of a feed, which somebody reads who has nothing but its address. */
    @Transactional
    byte[] ofFeed(UUID feedId, SecretAddress address) {
        var feed = feeds.require(feedId);
        if (!feed.isAt(address)) {
            // Changed or revoked since it was looked up.
            throw ProblemException.notFound("calendar");
        }
        return switch (feed.subject()) {
            case ENROLLMENT -> {
                var enrollment = enrollments.require(feed.subjectId());
                audit.read("CalendarFeed", feedId, enrollment.patientId());
                yield ofClient(enrollment, feed.details());
            }
            case CLINICIAN -> write(ofStaff(clinicians.require(feed.subjectId())));
            case ROOM -> write(inRoom(rooms.require(feed.subjectId())));
        };
    }

    /** A clinician's sessions, without a word about clients. */
    @Transactional
    byte[] ofClinician(UUID id) {
        return write(ofStaff(clinicians.require(id)));
    }

    /** A room's sessions, without a word about clients. */
    @Transactional
    byte[] ofRoom(UUID id) {
        return write(inRoom(rooms.require(id)));
    }

    private byte[] write(List<Entry> entries) {
        return ICalendar.write(entries, settings.refresh());
    }

    private LocalDate first() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(settings.pastDays());
    }

    private LocalDate last() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(settings.futureDays());
    }

    private byte[] ofClient(Enrollment enrollment, boolean details) {
        var shown = bookings.forCalendar(enrollment.id(), first(), last());
        var words = details ? words(enrollment, shown) : null;
        var alone = new ArrayList<Entry>();
        var series = new TreeMap<String, List<Booking>>();
        for (var booking : shown) {
            if (booking.bookingSeriesId().isPresent()) {
                series.computeIfAbsent(
                                booking.bookingSeriesId().get() + "." + booking.seriesItem(), item -> new ArrayList<>())
                        .add(booking);
            } else {
                alone.add(entry(booking.id().toString(), booking, null, words));
            }
        }
        series.forEach((uid, of) -> alone.addAll(series(uid, of, words)));
        return write(alone);
    }

    /** What a client who wants details reads: the kind of session, the program, the room. */
    private record Words(String program, Map<UUID, String> roomsOfSessions) {}

    private Words words(Enrollment enrollment, List<Booking> shown) {
        var names = rooms.ofProgram(enrollment.programId()).stream().collect(Collectors.toMap(Room::id, Room::name));
        var places = new HashMap<UUID, String>();
        for (var session :
                sessions.withIds(shown.stream().map(Booking::sessionId).toList())) {
            var room = session.place().roomId();
            if (room != null && names.containsKey(room)) {
                places.put(session.id(), names.get(room));
            }
        }
        return new Words(programs.require(enrollment.programId()).name(), places);
    }

    /** A series as one event that recurs, with an entry for each booking that is not as it was at first. */
    private static List<Entry> series(String uid, List<Booking> of, @Nullable Words words) {
        var inOrder = of.stream()
                .sorted(Comparator.comparing(Booking::originalStartsAt))
                .toList();
        var first = inOrder.get(0);
        if (inOrder.size() == 1) {
            return List.of(entry(uid, first, null, words));
        }
        var zone = ZoneId.of(first.time().zone());
        var start = first.originalStartsAt().atZone(zone);
        var days = inOrder.stream()
                .map(booking -> booking.originalStartsAt().atZone(zone).toLocalDate())
                .toList();
        var instances = days.stream()
                .map(day -> ZonedDateTime.of(day, start.toLocalTime(), zone))
                .toList();
        var unmoved = inOrder.stream().filter(ReadCalendar::isAsAtFirst).findFirst();
        var lasting = Duration.ofMinutes(unmoved.orElse(first).time().plannedMinutes());
        var cancelled = inOrder.stream().noneMatch(Booking::isBooked);
        var entries = new ArrayList<Entry>();
        entries.add(new Entry(
                uid,
                start,
                lasting,
                null,
                WeeklyRecurrence.of(days, start.toLocalTime(), zone),
                cancelled ? Entry.State.CANCELLED : Entry.State.CONFIRMED,
                cancelled ? inOrder.stream().mapToInt(Booking::sequence).max().orElse(0) : 0,
                inOrder.stream()
                        .map(Booking::changedAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                summary(first, words),
                location(unmoved.orElse(first), words)));
        if (!cancelled) {
            for (int i = 0; i < inOrder.size(); i++) {
                var booking = inOrder.get(i);
                if (!isAsAtFirst(booking) || !isAsTheRuleHasIt(booking, instances.get(i), lasting)) {
                    entries.add(entry(uid, booking, instances.get(i), words));
                }
            }
        }
        return entries;
    }

    private static boolean isAsAtFirst(Booking booking) {
        return booking.isBooked() && booking.sequence() == 0;
    }

    /** Whether it is as the rule has it; a meeting that had been moved before it was booked is not. */
    private static boolean isAsTheRuleHasIt(Booking booking, ZonedDateTime instance, Duration lasting) {
        var time = booking.time();
        return time.startsAt().equals(instance.toInstant())
                && Duration.ofMinutes(time.plannedMinutes()).equals(lasting);
    }

    private static Entry entry(String uid, Booking booking, @Nullable ZonedDateTime instance, @Nullable Words words) {
        var time = booking.time();
        return new Entry(
                uid,
                time.startsAt().atZone(ZoneId.of(time.zone())),
                Duration.ofMinutes(time.plannedMinutes()),
                instance,
                null,
                booking.isBooked() ? Entry.State.CONFIRMED : Entry.State.CANCELLED,
                booking.sequence(),
                booking.changedAt(),
                summary(booking, words),
                location(booking, words));
    }

    private static String summary(Booking booking, @Nullable Words words) {
        return words == null ? NEUTRAL : words(booking.kind()) + ", " + words.program();
    }

    private static @Nullable String location(Booking booking, @Nullable Words words) {
        return words == null ? null : words.roomsOfSessions().get(booking.sessionId());
    }

    private static String words(SessionKind kind) {
        return switch (kind) {
            case GROUP -> "Group session";
            case SKILLS -> "Skills workshop";
            case INDIVIDUAL -> "Individual session";
            case FAMILY -> "Family session";
            case VOCATIONAL -> "Vocational session";
            case MEDICATION -> "Medication visit";
            case CHECK_IN -> "Check-in";
        };
    }

    private List<Entry> ofStaff(Clinician clinician) {
        return sessions.ofClinician(clinician.id(), first(), last()).stream()
                .map(ReadCalendar::entry)
                .toList();
    }

    private List<Entry> inRoom(Room room) {
        return sessions.ofRoom(room.id(), first(), last()).stream()
                .map(ReadCalendar::entry)
                .toList();
    }

    private static Entry entry(Session session) {
        var time = session.time();
        var state = session.status() == SessionStatus.CANCELLED
                ? Entry.State.CANCELLED
                : session.seatsTaken() == 0 ? Entry.State.TENTATIVE : Entry.State.CONFIRMED;
        return new Entry(
                session.id().toString(),
                time.startsAt().atZone(ZoneId.of(time.zone())),
                Duration.ofMinutes(time.plannedMinutes()),
                null,
                null,
                state,
                Math.toIntExact(session.version()),
                session.changedAt(),
                session.capacity() == 1
                        ? words(session.kind())
                        : words(session.kind()) + " (" + session.seatsTaken() + " of " + session.capacity() + ")",
                null);
    }
}
