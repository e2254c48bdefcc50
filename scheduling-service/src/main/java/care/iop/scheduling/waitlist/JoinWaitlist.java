package care.iop.scheduling.waitlist;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.booking.GroupFit;
import care.iop.scheduling.booking.Seat;
import care.iop.scheduling.booking.TakeSeats;
import care.iop.scheduling.enrollment.Enrollments;
import care.iop.scheduling.program.Programs;
import care.iop.scheduling.session.AllSessionSeries;
import care.iop.scheduling.session.Occurrence;
import care.iop.scheduling.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a client does on a waitlist: join, take or decline an offer, leave. */
@ApplicationScoped
class JoinWaitlist {

    private final WaitlistEntries entries;
    private final Enrollments enrollments;
    private final Programs programs;
    private final AllSessionSeries allSeries;
    private final Sessions sessions;
    private final TakeSeats takeSeats;
    private final AccessAudit audit;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    JoinWaitlist(
            WaitlistEntries entries,
            Enrollments enrollments,
            Programs programs,
            AllSessionSeries allSeries,
            Sessions sessions,
            TakeSeats takeSeats,
            AccessAudit audit,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.entries = entries;
        this.enrollments = enrollments;
        this.programs = programs;
        this.allSeries = allSeries;
        this.sessions = sessions;
        this.takeSeats = takeSeats;
        this.audit = audit;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /** Puts a client on the list of a series. */
    @Transactional
    WaitlistEntry join(WaitlistRequest request) {
        var client = enrollments.requireNamed("/enrollmentId", request.enrollmentId());
        client.requireActive();
        var series = allSeries.requireNamed("/seriesId", request.seriesId(), client.programId());
        var program = programs.requireLocked(client.programId());
        var first = Collections.min(request.days());
        var last = Collections.max(request.days());
        if (last.isAfter(first.plusWeeks(26))) {
            throw ProblemException.invalid("/days", "must lie within half a year");
        }
        var meets = series.occurrences(program, first, last).stream()
                .collect(Collectors.toMap(Occurrence::sessionOn, Function.identity()));
        for (int i = 0; i < request.days().size(); i++) {
            var day = request.days().get(i);
            var meeting = meets.get(day);
            if (meeting == null) {
                throw ProblemException.invalid("/days/" + i, "must be a day on which the series meets");
            }
            if (!meeting.startsAt().isAfter(clock.instant())) {
                throw ProblemException.invalid("/days/" + i, "must be ahead");
            }
        }
        GroupFit.obstacle(client, series).ifPresent(obstacle -> {
            throw ProblemException.invalid("/seriesId", "must be a group that the client may join: " + obstacle);
        });
        if (entries.isWaiting(series.id(), client.id())) {
            throw new ProblemException(
                    SchedulingProblem.WAITLIST_JOINED, "Leave first to wait for other meetings of the series.");
        }
        var entry =
                new WaitlistEntry(ids.next(), client, series.id(), request.days(), caller.subject(), clock.instant());
        entries.persistAndFlush(entry);
        audit.wrote("WaitlistEntry", entry.id(), client.patientId());
        return entry;
    }

    /** Books the seats that were kept. */
    @Transactional
    List<Booking> accept(UUID id) {
        var entry = entries.requireLocked(id);
        entry.accept(clock.instant());
        var client = enrollments.require(entry.enrollmentId());
        var seats = entries.keptSeats(id).stream()
                .map(session -> new Seat(client, sessions.require(session)))
                .toList();
        entries.releaseSeats(id);
        audit.wrote("WaitlistEntry", id, client.patientId());
        return takeSeats.take(seats, null);
    }

    /** Lets the offer go; the seats are for the next in line. */
    @Transactional
    WaitlistEntry decline(UUID id) {
        var entry = entries.requireLocked(id);
        entry.decline(clock.instant());
        return ended(entry);
    }

    /** Takes the client off the list. */
    @Transactional
    WaitlistEntry leave(UUID id) {
        var entry = entries.requireLocked(id);
        entry.leave(clock.instant());
        return ended(entry);
    }

    private WaitlistEntry ended(WaitlistEntry entry) {
        entries.releaseSeats(entry.id());
        audit.wrote(
                "WaitlistEntry",
                entry.id(),
                enrollments.require(entry.enrollmentId()).patientId());
        entries.flush();
        return entry;
    }
}
