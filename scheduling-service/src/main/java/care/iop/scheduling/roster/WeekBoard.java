package care.iop.scheduling.roster;

import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.roster.engine.problem.RoomType;
import care.iop.scheduling.roster.engine.problem.Roster;
import care.iop.scheduling.roster.engine.problem.RosterClient;
import care.iop.scheduling.roster.engine.problem.RosterClinician;
import care.iop.scheduling.roster.engine.problem.RosterCohort;
import care.iop.scheduling.roster.engine.problem.RosterRoom;
import care.iop.scheduling.roster.engine.problem.RosterTrack;
import care.iop.scheduling.roster.engine.problem.SessionKind;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import care.iop.scheduling.roster.engine.problem.Weights;
import care.iop.scheduling.session.Session;
import care.iop.scheduling.session.SessionTime;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A published week as a board on which single sessions can be moved: who is free when, in quarter hours. Everything on it keeps
 * the hard rules; {@link #options} finds every place that a session of one client may have, the cheapest first.
 */
final class WeekBoard {

    private static final int CELLS_PER_DAY = 24 * 60 / WeekWindow.GRID_MINUTES;
    private static final int CELLS = 7 * CELLS_PER_DAY;
    private static final int MINUTES_PER_HOUR = 60;

    /** A session of one client alone, where it is now; {@code bookingId} is absent as long as it is not booked. */
    record Visit(
            UUID client,
            care.iop.scheduling.program.SessionKind kind,
            WeekWindow when,
            @Nullable UUID clinician,
            @Nullable UUID room,
            @Nullable UUID bookingId) {

        Visit at(WeekWindow other, UUID clinician, @Nullable UUID room) {
            return new Visit(client, kind, other, clinician, room, bookingId);
        }
    }

    /** A meeting of a group. */
    record Meeting(
            UUID sessionId,
            UUID seriesId,
            WeekWindow when,
            @Nullable UUID clinician,
            @Nullable UUID room) {}

    /** A place for a session and what it costs, in points of the catalogue. */
    record Option(WeekWindow when, UUID clinician, @Nullable UUID room, double price) {}

    private final RosterWeek week;
    private final Map<UUID, RosterClient> clients = new HashMap<>();
    private final Map<UUID, RosterClinician> clinicians = new LinkedHashMap<>();
    private final List<UUID> offices = new ArrayList<>();
    private final List<UUID> groupRooms = new ArrayList<>();
    private final Map<String, RosterCohort> cohorts;
    private final Map<String, RosterTrack> tracks;
    private final Map<UUID, BitSet> clinicianHours = new HashMap<>();
    private final Map<UUID, BitSet> clientHours = new HashMap<>();
    private final Map<UUID, BitSet> clinicianBusy = new HashMap<>();
    private final Map<UUID, BitSet> roomBusy = new HashMap<>();
    private final Map<UUID, BitSet> clientBusy = new HashMap<>();

    /** Time of sessions that the client will not attend: nothing else can be booked then, but it makes no day longer. */
    private final Map<UUID, BitSet> clientExcused = new HashMap<>();

    private final Map<UUID, Integer> clinicianMinutes = new HashMap<>();
    private final List<Visit> visits = new ArrayList<>();
    private final Map<UUID, Meeting> meetings = new LinkedHashMap<>();

    /** The week as it is published. */
    WeekBoard(RosterWeek week) {
        this(week, true);
    }

    /** The week as a roster has it. */
    static WeekBoard of(RosterWeek week, Roster roster) {
        var board = new WeekBoard(week, false);
        board.seat(roster);
        return board;
    }

    private WeekBoard(RosterWeek week, boolean asPublished) {
        this.week = week;
        var problem = week.problem();
        problem.clients().forEach(client -> {
            clients.put(UUID.fromString(client.id()), client);
            clientHours.put(
                    UUID.fromString(client.id()), cells(client.availability().windows()));
        });
        problem.clinicians().forEach(clinician -> {
            clinicians.put(UUID.fromString(clinician.id()), clinician);
            clinicianHours.put(
                    UUID.fromString(clinician.id()),
                    cells(clinician.availability().windows()));
        });
        for (RosterRoom room : problem.rooms()) {
            (room.type() == RoomType.OFFICE ? offices : groupRooms).add(UUID.fromString(room.id()));
        }
        this.cohorts = problem.cohorts().stream().collect(Collectors.toMap(RosterCohort::id, cohort -> cohort));
        this.tracks = problem.tracks().stream().collect(Collectors.toMap(RosterTrack::id, track -> track));
        if (asPublished) {
            week.published().sessions().forEach(this::seat);
            week.published().bookings().forEach(this::seat);
        }
    }

    private void seat(Roster roster) {
        roster.facilitatorByCohort().forEach((id, facilitator) -> {
            var cohort = Objects.requireNonNull(cohorts.get(id));
            for (var slot : cohort.slots()) {
                occupy(clinicianBusy, UUID.fromString(facilitator), slot);
                clinicianMinutes.merge(UUID.fromString(facilitator), slot.minutes(), Integer::sum);
            }
        });
        roster.cohortByClient().forEach((client, id) -> Objects.requireNonNull(cohorts.get(id))
                .slots()
                .forEach(slot -> occupy(clientBusy, UUID.fromString(client), slot)));
        for (var client : week.problem().clients()) {
            for (var session : client.sessions()) {
                var placed = roster.sessions().get(session.id());
                var kind = week.sessionKinds().get(session.id());
                if (placed == null) {
                    continue;
                }
                var room = placed.roomId();
                var visit = new Visit(
                        UUID.fromString(client.id()),
                        kind == null ? kindOf(session.kind()) : kind,
                        placed.when(),
                        UUID.fromString(placed.clinicianId()),
                        room == null ? null : UUID.fromString(room),
                        null);
                put(visit);
            }
        }
    }

    private static care.iop.scheduling.program.SessionKind kindOf(SessionKind kind) {
        return switch (kind) {
            case INDIVIDUAL -> care.iop.scheduling.program.SessionKind.INDIVIDUAL;
            case FAMILY -> care.iop.scheduling.program.SessionKind.FAMILY;
            case VOCATIONAL -> care.iop.scheduling.program.SessionKind.VOCATIONAL;
            case MEDICATION -> care.iop.scheduling.program.SessionKind.MEDICATION;
        };
    }

    private void seat(Session session) {
        var when = window(session.time().in(week.zone()));
        var series = session.seriesId();
        occupy(clinicianBusy, session.place().clinicianId(), when);
        occupy(roomBusy, session.place().roomId(), when);
        var clinician = session.place().clinicianId();
        if (clinician != null
                && (series.filter(id -> cohorts.containsKey(id.toString())).isPresent() || series.isEmpty())) {
            clinicianMinutes.merge(clinician, when.minutes(), Integer::sum);
        }
        series.ifPresent(id -> meetings.put(
                session.id(),
                new Meeting(
                        session.id(),
                        id,
                        when,
                        session.place().clinicianId(),
                        session.place().roomId())));
    }

    private void seat(Booking booking) {
        var session = week.published().sessionOf(booking);
        var when = window(booking.time().in(week.zone()));
        if (isExcused(booking)) {
            occupy(clientExcused, booking.enrollmentId(), when);
            return;
        }
        occupy(clientBusy, booking.enrollmentId(), when);
        if (session.seriesId().isEmpty()) {
            visits.add(new Visit(
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
        var until = Math.min(
                CELLS_PER_DAY * WeekWindow.GRID_MINUTES,
                from + WeekWindow.quarters(time.plannedMinutes()) * WeekWindow.GRID_MINUTES);
        return new WeekWindow(time.sessionOn().getDayOfWeek(), from, until);
    }

    private static int from(WeekWindow when) {
        return (when.day().getValue() - 1) * CELLS_PER_DAY + when.startMinute() / WeekWindow.GRID_MINUTES;
    }

    private static int until(WeekWindow when) {
        return (when.day().getValue() - 1) * CELLS_PER_DAY + when.endMinute() / WeekWindow.GRID_MINUTES;
    }

    private static BitSet cells(List<WeekWindow> windows) {
        var cells = new BitSet(CELLS);
        windows.forEach(window -> cells.set(from(window), until(window)));
        return cells;
    }

    private static void occupy(Map<UUID, BitSet> busy, @Nullable UUID who, WeekWindow when) {
        if (who != null) {
            busy.computeIfAbsent(who, id -> new BitSet(CELLS)).set(from(when), until(when));
        }
    }

    private static void release(Map<UUID, BitSet> busy, @Nullable UUID who, WeekWindow when) {
        if (who != null) {
            busy.computeIfAbsent(who, id -> new BitSet(CELLS)).clear(from(when), until(when));
        }
    }

    private static boolean isFree(Map<UUID, BitSet> busy, UUID who, WeekWindow when) {
        var cells = busy.get(who);
        if (cells == null) {
            return true;
        }
        var next = cells.nextSetBit(from(when));
        return next < 0 || next >= until(when);
    }

    private boolean isFreeFor(UUID client, WeekWindow when) {
        return isFree(clientBusy, client, when) && isFree(clientExcused, client, when);
    }

    private static boolean covers(Map<UUID, BitSet> hours, UUID who, WeekWindow when) {
        var cells = hours.get(who);
        return cells != null && cells.nextClearBit(from(when)) >= until(when);
    }

    List<Visit> visits() {
        return List.copyOf(visits);
    }

    List<Visit> visitsOf(UUID client) {
        return visits.stream().filter(visit -> visit.client().equals(client)).toList();
    }

    List<Meeting> meetings() {
        return List.copyOf(meetings.values());
    }

    RosterClient client(UUID id) {
        return Objects.requireNonNull(clients.get(id), "the client is in the week");
    }

    boolean knows(UUID client) {
        return clients.containsKey(client);
    }

    /** Takes working hours away: what the clinician holds then has to go elsewhere. */
    void absent(UUID clinician, Set<DayOfWeek> days) {
        var hours = clinicianHours.get(clinician);
        if (hours != null) {
            days.forEach(day -> hours.clear((day.getValue() - 1) * CELLS_PER_DAY, day.getValue() * CELLS_PER_DAY));
        }
    }

    /** Takes a room away on these days. */
    void lost(UUID room, Set<DayOfWeek> days) {
        days.forEach(day -> roomBusy.computeIfAbsent(room, id -> new BitSet(CELLS))
                .set((day.getValue() - 1) * CELLS_PER_DAY, day.getValue() * CELLS_PER_DAY));
    }

    /** Takes the time before a moment of the week away from everybody: what is over can't be planned. */
    void over(DayOfWeek day, int minute) {
        var until = (day.getValue() - 1) * CELLS_PER_DAY + WeekWindow.quarters(minute);
        clientHours.values().forEach(hours -> hours.clear(0, until));
    }

    /** Takes time of a client, for meetings of a group. */
    void attend(UUID client, WeekWindow when) {
        occupy(clientBusy, client, when);
    }

    /** Gives a client's time back, of a meeting that they don't attend any more. */
    void leave(UUID client, WeekWindow when) {
        release(clientBusy, client, when);
    }

    /** Takes a visit off the board. */
    void remove(Visit visit) {
        visits.remove(visit);
        release(clientBusy, visit.client(), visit.when());
        release(clinicianBusy, visit.clinician(), visit.when());
        release(roomBusy, visit.room(), visit.when());
        if (visit.clinician() != null) {
            clinicianMinutes.merge(visit.clinician(), -visit.when().minutes(), Integer::sum);
        }
    }

    /** Puts a visit on the board. */
    void put(Visit visit) {
        visits.add(visit);
        occupy(clientBusy, visit.client(), visit.when());
        occupy(clinicianBusy, visit.clinician(), visit.when());
        occupy(roomBusy, visit.room(), visit.when());
        if (visit.clinician() != null) {
            clinicianMinutes.merge(visit.clinician(), visit.when().minutes(), Integer::sum);
        }
    }

    /** Hands a meeting over; what was held before is free. */
    void hand(Meeting meeting, @Nullable UUID clinician, @Nullable UUID room) {
        release(clinicianBusy, meeting.clinician(), meeting.when());
        release(roomBusy, meeting.room(), meeting.when());
        occupy(clinicianBusy, clinician, meeting.when());
        occupy(roomBusy, room, meeting.when());
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
                .sorted(Comparator.comparingInt((UUID id) -> clinicianMinutes.getOrDefault(id, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private boolean isAtWork(UUID clinician, WeekWindow when) {
        return covers(clinicianHours, clinician, when)
                && isFree(clinicianBusy, clinician, when)
                && clinicianMinutes.getOrDefault(clinician, 0) + when.minutes()
                        <= Objects.requireNonNull(clinicians.get(clinician)).maxMinutes();
    }

    boolean isRoomFree(UUID room, WeekWindow when) {
        return isFree(roomBusy, room, when);
    }

    /** A free room of the kind that the lost one was. */
    Optional<UUID> roomInstead(@Nullable UUID lost, WeekWindow when) {
        return (groupRooms.contains(lost) ? groupRooms : offices)
                .stream()
                        .filter(room -> !room.equals(lost) && isFree(roomBusy, room, when))
                        .findFirst();
    }

    /** Which hard rules a possibility may break, to find out what would help. */
    enum Relaxed {
        NOTHING,
        CLIENT_HOURS,
        CLINICIAN_HOURS,
        OFFICE,
        DAYS
    }

    /** Every place that a session of this kind and length may have for the client, the cheapest first. */
    List<Option> options(UUID client, SessionKind kind, int minutes, Predicate<WeekWindow> allowed) {
        return options(client, kind, minutes, allowed, Relaxed.NOTHING);
    }

    List<Option> options(UUID clientId, SessionKind kind, int minutes, Predicate<WeekWindow> allowed, Relaxed relaxed) {
        var client = client(clientId);
        var able = clinicians.entrySet().stream()
                .filter(entry -> entry.getValue().mayHold(kind, client)
                        && client.careTeam().contains(entry.getValue().id()))
                .map(Map.Entry::getKey)
                .toList();
        var options = new ArrayList<Option>();
        for (var day : DayOfWeek.values()) {
            if (relaxed != Relaxed.DAYS && !dayHolds(client, clientId, kind, minutes, day)) {
                continue;
            }
            for (int start = 0;
                    start + minutes <= CELLS_PER_DAY * WeekWindow.GRID_MINUTES;
                    start += WeekWindow.GRID_MINUTES) {
                var when = new WeekWindow(day, start, start + minutes);
                if (!allowed.test(when)
                        || !isFreeFor(clientId, when)
                        || (relaxed != Relaxed.CLIENT_HOURS && !covers(clientHours, clientId, when))) {
                    continue;
                }
                var room = client.telehealth() ? null : freeOffice(when);
                if (room == null && !client.telehealth() && relaxed != Relaxed.OFFICE) {
                    continue;
                }
                for (var clinician : able) {
                    if (relaxed == Relaxed.CLINICIAN_HOURS
                            ? isFree(clinicianBusy, clinician, when)
                            : isAtWork(clinician, when)) {
                        options.add(new Option(when, clinician, room, price(client, clientId, kind, when, clinician)));
                    }
                }
            }
        }
        options.sort(Comparator.comparingDouble(Option::price)
                .thenComparing(Option::when)
                .thenComparing(Option::clinician));
        return options;
    }

    private @Nullable UUID freeOffice(WeekWindow when) {
        return offices.stream()
                .filter(room -> isFree(roomBusy, room, when))
                .findFirst()
                .orElse(null);
    }

    private boolean dayHolds(RosterClient client, UUID id, SessionKind kind, int minutes, DayOfWeek day) {
        var alike = visits.stream()
                .anyMatch(visit -> visit.client().equals(id)
                        && visit.when().day() == day
                        && EngineWords.of(visit.kind()).dailyVisit() == kind.dailyVisit());
        if (alike) {
            return false;
        }
        var busy = clientBusy.getOrDefault(id, new BitSet());
        var taken = minutesOn(busy, day);
        if (taken + minutes > client.limits().maxDayMinutes()) {
            return false;
        }
        return taken > 0 || days(busy) < client.limits().mostDays();
    }

    private static int minutesOn(BitSet busy, DayOfWeek day) {
        return busy.get((day.getValue() - 1) * CELLS_PER_DAY, day.getValue() * CELLS_PER_DAY)
                        .cardinality()
                * WeekWindow.GRID_MINUTES;
    }

    private static int days(BitSet busy) {
        var days = 0;
        for (var day : DayOfWeek.values()) {
            if (minutesOn(busy, day) > 0) {
                days++;
            }
        }
        return days;
    }

    private double price(RosterClient client, UUID id, SessionKind kind, WeekWindow when, UUID clinicianId) {
        Weights weights = week.problem().weights();
        var clinician = Objects.requireNonNull(clinicians.get(clinicianId));
        double price = 0;
        var primary = client.primaryTherapistId();
        if (kind == SessionKind.INDIVIDUAL && primary != null && !primary.equals(clinician.id())) {
            price += weights.continuity();
        }
        var modality = client.preferences().modality();
        if (kind == SessionKind.INDIVIDUAL
                && modality != null
                && !clinician.modalities().contains(modality)) {
            price += weights.individualModality();
        }
        var trackId = client.preferences().trackId();
        var track = trackId == null ? null : tracks.get(trackId);
        if (track != null && !track.covers(when)) {
            price += weights.sessionTrack();
        }
        var over = clinicianMinutes.getOrDefault(clinicianId, 0) + when.minutes() - clinician.targetMinutes();
        price += weights.overtime() * Math.max(0, Math.min(over, when.minutes())) / (double) MINUTES_PER_HOUR;
        var busy = clientBusy.getOrDefault(id, new BitSet());
        var with = (BitSet) busy.clone();
        with.set(from(when), until(when));
        price += weights.gap() * (idle(with, when.day()) - idle(busy, when.day())) / (double) MINUTES_PER_HOUR;
        price += weights.days()
                * (Math.abs(days(with) - client.preferences().targetDays())
                        - Math.abs(days(busy) - client.preferences().targetDays()));
        return price;
    }

    private static int idle(BitSet busy, DayOfWeek day) {
        var cells = busy.get((day.getValue() - 1) * CELLS_PER_DAY, day.getValue() * CELLS_PER_DAY);
        return cells.isEmpty()
                ? 0
                : (cells.length() - cells.nextSetBit(0) - cells.cardinality()) * WeekWindow.GRID_MINUTES;
    }

    /** Visits of other clients that alone keep a clinician from holding a session at a time. */
    Optional<Visit> onlyVisitInTheWay(UUID clinician, WeekWindow when) {
        var there = visits.stream()
                .filter(visit ->
                        clinician.equals(visit.clinician()) && visit.when().overlapMinutes(when) > 0)
                .toList();
        if (there.size() != 1) {
            return Optional.empty();
        }
        var visit = there.get(0);
        var busy = clinicianBusy.getOrDefault(clinician, new BitSet());
        var rest = busy.get(from(when), until(when)).cardinality() * WeekWindow.GRID_MINUTES
                - visit.when().overlapMinutes(when);
        return rest > 0 ? Optional.empty() : Optional.of(visit);
    }

    /** Clinicians of the care team who may hold a session of this kind, and work then. */
    List<UUID> workingThen(UUID clientId, SessionKind kind, WeekWindow when) {
        var client = client(clientId);
        return clinicians.entrySet().stream()
                .filter(entry -> entry.getValue().mayHold(kind, client)
                        && client.careTeam().contains(entry.getValue().id()))
                .map(Map.Entry::getKey)
                .filter(id -> covers(clinicianHours, id, when))
                .toList();
    }

    /** Whether the client could come then as far as hours, other appointments and the day's limits go. */
    boolean couldCome(UUID clientId, SessionKind kind, WeekWindow when) {
        return covers(clientHours, clientId, when)
                && isFreeFor(clientId, when)
                && dayHolds(client(clientId), clientId, kind, when.minutes(), when.day());
    }

    /** Whether the client could sit in a meeting then. */
    boolean couldAttend(UUID clientId, WeekWindow when) {
        if (!covers(clientHours, clientId, when) || !isFreeFor(clientId, when)) {
            return false;
        }
        var limits = client(clientId).limits();
        var busy = clientBusy.getOrDefault(clientId, new BitSet());
        var taken = minutesOn(busy, when.day());
        return taken + when.minutes() <= limits.maxDayMinutes() && (taken > 0 || days(busy) < limits.mostDays());
    }

    /** What a meeting then would cost the client's own wishes. */
    double meetingPrice(UUID clientId, WeekWindow when) {
        var weights = week.problem().weights();
        var client = client(clientId);
        var trackId = client.preferences().trackId();
        var track = trackId == null ? null : tracks.get(trackId);
        var busy = clientBusy.getOrDefault(clientId, new BitSet());
        var with = (BitSet) busy.clone();
        with.set(from(when), until(when));
        return (track == null || track.covers(when) ? 0 : weights.cohortTrack())
                + weights.gap() * (idle(with, when.day()) - idle(busy, when.day())) / (double) MINUTES_PER_HOUR;
    }

    /** Hours a week that the client is free and the program could ask for, as windows on the grid. */
    List<WeekWindow> couldComeAt(UUID clientId, SessionKind kind, int minutes) {
        var windows = new ArrayList<WeekWindow>();
        for (var day : DayOfWeek.values()) {
            for (int start = 0;
                    start + minutes <= CELLS_PER_DAY * WeekWindow.GRID_MINUTES;
                    start += WeekWindow.GRID_MINUTES) {
                var when = new WeekWindow(day, start, start + minutes);
                if (couldCome(clientId, kind, when)) {
                    windows.add(when);
                }
            }
        }
        return windows;
    }
}
