package care.iop.scheduling.booking;

import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.program.Program;
import care.iop.scheduling.program.Programs;
import care.iop.scheduling.session.Session;
import care.iop.scheduling.session.SessionSeries;
import care.iop.scheduling.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds the sessions that seats are wanted in, and schedules those that nobody has scheduled yet. */
@ApplicationScoped
class ScheduleSessions {

    /** Everybody takes rows in this order, so that no two wait for each other. */
    static final Comparator<Wanted> LOCK_ORDER = Comparator.comparing(
                    (Wanted wanted) -> wanted.time().startsAt())
            .thenComparing(wanted -> wanted.series().map(SessionSeries::id).orElse(new UUID(0, 0)));

    private final Programs programs;
    private final Sessions sessions;
    private final Ids ids;

    ScheduleSessions(Programs programs, Sessions sessions, Ids ids) {
        this.programs = programs;
        this.sessions = sessions;
        this.ids = ids;
    }

    /** A meeting of a series. */
    record Meeting(UUID seriesId, LocalDate on) {}

    /**
     * The session of each that is wanted. Two who schedule the same meeting do it in turn, and the second finds it; a day
     * can't be closed meanwhile.
     */
    @Transactional(TxType.MANDATORY)
    Map<Wanted, Session> of(List<Wanted> wanted, Program program) {
        var meetings = scheduled(wanted);
        if (wanted.stream()
                .allMatch(one -> meeting(one).map(meetings::containsKey).orElse(true))) {
            programs.keep(program.id());
        } else {
            programs.requireLocked(program.id());
            meetings.putAll(scheduled(wanted));
        }
        var found = new LinkedHashMap<Wanted, Session>();
        for (var one : wanted.stream().sorted(LOCK_ORDER).toList()) {
            requireOpen(program, one.time().sessionOn());
            found.put(
                    one,
                    meeting(one)
                            .map(meeting -> meetings.computeIfAbsent(meeting, unscheduled -> schedule(one, program)))
                            .orElseGet(() -> schedule(one, program)));
        }
        return found;
    }

    /** The meetings among what is wanted that are scheduled by now. */
    Map<Meeting, Session> scheduled(List<Wanted> wanted) {
        var asked = wanted.stream().flatMap(one -> meeting(one).stream()).toList();
        if (asked.isEmpty()) {
            return new HashMap<>();
        }
        var days = asked.stream().map(Meeting::on).sorted().toList();
        var found = new HashMap<Meeting, Session>();
        for (var session : sessions.ofSeriesBetween(
                asked.stream().map(Meeting::seriesId).distinct().toList(), days.get(0), days.get(days.size() - 1))) {
            session.seriesId()
                    .ifPresent(series ->
                            found.put(new Meeting(series, session.time().sessionOn()), session));
        }
        return found;
    }

    /** Which meeting of which series it is; empty for a session of the client's own. */
    static Optional<Meeting> meeting(Wanted wanted) {
        return wanted.series()
                .map(series -> new Meeting(series.id(), wanted.time().sessionOn()));
    }

    private Session schedule(Wanted wanted, Program program) {
        var session = wanted.scheduled(ids.next(), program.id());
        sessions.persist(session);
        return session;
    }

    private static void requireOpen(Program program, LocalDate day) {
        if (program.isClosedOn(day)) {
            throw new ProblemException(SchedulingProblem.PROGRAM_CLOSED, "Choose another day than " + day + ".");
        }
    }
}
