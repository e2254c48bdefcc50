package care.iop.scheduling.session;

import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.clinician.TimesOff;
import care.iop.scheduling.program.Program;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes the scheduled meetings of a series along when the series changes: all of them, keeping their identity and their
 * bookings, or none, with each obstacle. Meetings that have begun stay as they are.
 */
@ApplicationScoped
class FollowSeries {

    /** A meeting is never moved farther from the day that its rule gives than a request can name in practice. */
    private static final int MARGIN_DAYS = 400;

    private final Sessions sessions;
    private final TimesOff timesOff;
    private final Clock clock;
    private final Event<MeetingsChanging> changing;
    private final Event<MeetingsChanged> changed;

    FollowSeries(
            Sessions sessions,
            TimesOff timesOff,
            Clock clock,
            Event<MeetingsChanging> changing,
            Event<MeetingsChanged> changed) {
        this.sessions = sessions;
        this.timesOff = timesOff;
        this.clock = clock;
        this.changing = changing;
        this.changed = changed;
    }

    /** The meetings ahead as they are, and what the series says of them before it changes. */
    record Before(List<Session> sessions, Map<LocalDate, Occurrence> planned) {}

    /**
     * How the change is meant.
     *
     * @param reassigns whether meetings whose day is no longer given take the same week's new days, in order
     */
    record Manner(BookedMeetings booked, boolean forced, boolean reassigns) {}

    private record Target(SessionSeries series, Occurrence occurrence) {}

    private record Change(Session session, @Nullable Target target, SessionPlace place) {

        MeetingChange told() {
            return new MeetingChange(
                    session.id(), session.time(), Optional.ofNullable(target).map(t -> t.occurrence()
                            .time()));
        }

        boolean changesPlace() {
            return !place.equals(session.place());
        }
    }

    /** Takes down how it is, and keeps others from booking these meetings until the transaction ends. */
    Before before(SessionSeries series, Program program) {
        var ahead = sessions.aheadLocked(series.id(), clock.instant());
        return new Before(ahead, ahead.isEmpty() ? Map.of() : planned(series, program, ahead));
    }

    private static Map<LocalDate, Occurrence> planned(SessionSeries series, Program program, List<Session> ahead) {
        var first = ahead.stream().map(Session::originalOn).min(Comparator.naturalOrder());
        var last = ahead.stream().map(Session::originalOn).max(Comparator.naturalOrder());
        if (first.isEmpty() || last.isEmpty()) {
            return Map.of();
        }
        return series
                .meetings(
                        program, first.get().minusDays(MARGIN_DAYS), last.get().plusDays(MARGIN_DAYS))
                .stream()
                .collect(Collectors.toMap(Occurrence::originalOn, occurrence -> occurrence));
    }

    /** Has the meetings follow the series, or the two into which it was split. */
    void follow(Before before, List<SessionSeries> now, Program program, Manner manner) {
        if (before.sessions().isEmpty()) {
            return;
        }
        var targets = targets(before, now, program, manner.reassigns());
        var changes = new ArrayList<Change>();
        for (var session : before.sessions()) {
            var target = targets.get(session.id());
            var place = target == null
                    ? session.place()
                    : place(session, before.planned().get(session.originalOn()), target.occurrence());
            changes.add(new Change(session, target, place));
        }
        changes.sort(ORDER);
        var told = changes.stream()
                .filter(change -> change.target() == null
                        || change.changesPlace()
                        || !change.told().keepsTime())
                .map(Change::told)
                .toList();
        refuseObstacles(changes, told, manner);
        for (var change : changes) {
            var target = change.target();
            if (target != null) {
                change.session().follow(target.series(), target.occurrence(), change.place());
                // One by one: the database compares each with those that are still where they were.
                sessions.flush();
            }
        }
        changed.fire(new MeetingsChanged(told, manner.forced()));
        for (var change : changes) {
            if (change.target() == null) {
                change.session().cancel();
            }
        }
        sessions.flush();
    }

    /** First what is taken away; then what moves later, the last first; then the rest, the first first. */
    private static final Comparator<Change> ORDER = Comparator.comparing((Change change) -> change.target() != null)
            .thenComparing(FollowSeries::movesEarlier)
            .thenComparing((a, b) -> movesEarlier(a)
                    ? a.session().time().startsAt().compareTo(b.session().time().startsAt())
                    : b.session().time().startsAt().compareTo(a.session().time().startsAt()));

    private static boolean movesEarlier(Change change) {
        var target = change.target();
        return target != null
                && !target.occurrence()
                        .startsAt()
                        .isAfter(change.session().time().startsAt());
    }

    private static Map<UUID, Target> targets(
            Before before, List<SessionSeries> now, Program program, boolean reassigns) {
        var free = new TreeMap<LocalDate, Target>();
        for (var series : now) {
            planned(series, program, before.sessions())
                    .forEach((day, occurrence) -> free.put(day, new Target(series, occurrence)));
        }
        var targets = new HashMap<UUID, Target>();
        var left = new ArrayList<Session>();
        for (var session : before.sessions()) {
            var same = free.remove(session.originalOn());
            if (same != null) {
                targets.put(session.id(), same);
            } else {
                left.add(session);
            }
        }
        if (reassigns) {
            Map<List<Integer>, List<Target>> freeByWeek = new LinkedHashMap<>();
            free.forEach((day, target) -> freeByWeek
                    .computeIfAbsent(week(day), any -> new ArrayList<>())
                    .add(target));
            left.sort(Comparator.comparing(Session::originalOn));
            for (var session : left) {
                var ofWeek = freeByWeek.getOrDefault(week(session.originalOn()), List.of());
                if (!ofWeek.isEmpty()) {
                    targets.put(session.id(), ofWeek.remove(0));
                }
            }
        }
        return targets;
    }

    private static List<Integer> week(LocalDate day) {
        return List.of(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** Who and where it is from now on. What the series says as before leaves alone what the roster chose. */
    private static SessionPlace place(Session session, @Nullable Occurrence planned, Occurrence target) {
        var is = session.place();
        var saidFacilitator = planned == null ? null : planned.facilitatorId();
        var saidRoom = planned == null ? null : planned.roomId();
        var facilitator = target.facilitatorId() == null || Objects.equals(saidFacilitator, target.facilitatorId())
                ? is.clinicianId()
                : target.facilitatorId();
        var room = target.roomId() == null || Objects.equals(saidRoom, target.roomId()) ? is.roomId() : target.roomId();
        return new SessionPlace(facilitator, target.tele() ? null : room);
    }

    private void refuseObstacles(List<Change> changes, List<MeetingChange> told, Manner manner) {
        var asked = new MeetingsChanging(told, manner.booked(), manner.forced());
        var moving = changes.stream().map(change -> change.session().id()).toList();
        for (var change : changes) {
            var target = change.target();
            if (target == null) {
                continue;
            }
            var session = change.session();
            if (target.series().capacity() < session.seatsTaken()) {
                asked.refuse(
                        session.id(),
                        on(session) + " has " + session.seatsTaken() + " clients booked, more than the new capacity");
            }
            if (change.changesPlace() || !change.told().keepsTime()) {
                refuseWhenTaken(change, target.occurrence(), moving, asked);
            }
        }
        changing.fire(asked);
        if (!asked.obstacles().isEmpty()) {
            throw new ProblemException(
                    SchedulingProblem.SERIES_CHANGE_BLOCKED,
                    "Nothing was changed: " + asked.obstacles().size()
                            + " obstacles. Each names the meeting and what to try.",
                    asked.obstacles());
        }
    }

    private void refuseWhenTaken(Change change, Occurrence target, List<UUID> moving, MeetingsChanging asked) {
        var session = change.session();
        var time = target.time();
        var clinician = change.place().clinicianId();
        var room = change.place().roomId();
        if (clinician != null) {
            if (sessions.clinicianIsTaken(clinician, time, moving)) {
                asked.refuse(session.id(), on(session) + ": its clinician has another session then; name a substitute");
            }
            var zone = ZoneId.of(time.zone());
            var from = time.startsAt().atZone(zone).toLocalTime().toSecondOfDay() / 60;
            var isAway = timesOff.of(List.of(clinician), time.sessionOn(), time.sessionOn()).stream()
                    .flatMap(timeOff -> timeOff.on(time.sessionOn()).stream())
                    .anyMatch(away -> from < away.endMinute() && away.startMinute() < from + time.plannedMinutes());
            if (isAway) {
                asked.refuse(session.id(), on(session) + ": its clinician has time off then; name a substitute");
            }
        }
        if (room != null && sessions.roomIsTaken(room, time, moving)) {
            asked.refuse(session.id(), on(session) + ": its room is taken then; choose another");
        }
    }

    private static String on(Session session) {
        return "the meeting of " + session.time().sessionOn();
    }
}
