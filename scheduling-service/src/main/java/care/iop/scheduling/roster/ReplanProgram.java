package care.iop.scheduling.roster;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.booking.AttendanceRules;
import care.iop.scheduling.booking.BookingStatus;
import care.iop.scheduling.booking.Bookings;
import care.iop.scheduling.clinician.Clinicians;
import care.iop.scheduling.enrollment.Enrollments;
import care.iop.scheduling.program.Program;
import care.iop.scheduling.program.Programs;
import care.iop.scheduling.room.Rooms;
import care.iop.scheduling.roster.ReplanView.Proposal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds ways to deal with a change of a published week, the least disturbing first, and keeps each as a draft. */
@ApplicationScoped
class ReplanProgram {

    private final Programs programs;
    private final Enrollments enrollments;
    private final Clinicians clinicians;
    private final Rooms rooms;
    private final Bookings bookings;
    private final ReadRosterWeek readRosterWeek;
    private final RosterRuns runs;
    private final CompareRoster compareRoster;
    private final AttendanceRules rules;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    ReplanProgram(
            Programs programs,
            Enrollments enrollments,
            Clinicians clinicians,
            Rooms rooms,
            Bookings bookings,
            ReadRosterWeek readRosterWeek,
            RosterRuns runs,
            CompareRoster compareRoster,
            AttendanceRules rules,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.programs = programs;
        this.enrollments = enrollments;
        this.clinicians = clinicians;
        this.rooms = rooms;
        this.bookings = bookings;
        this.readRosterWeek = readRosterWeek;
        this.runs = runs;
        this.compareRoster = compareRoster;
        this.rules = rules;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /** The proposals for one change; none changes anything before it is published. */
    @Transactional
    ReplanView replan(UUID programId, ReplanRequest request) {
        var program = programs.require(programId);
        requireSensible(program, request);
        var subject = subject(program, request);
        var week = subject.client() != null && subject.decidedAnew()
                ? readRosterWeek.readWithout(
                        programId, request.weekStartingOn(), subject.client().id())
                : readRosterWeek.read(programId, request.weekStartingOn(), RosterScope.REPLAN);
        var proposals = new ArrayList<Proposal>();
        var concerned = 0;
        var placed = -1;
        for (int ring = 0; ring <= request.rings(); ring++) {
            var attempt = new ReplanAttempt(week, request, subject, ring, clock.instant(), rules.notice());
            var outcome = attempt.outcome();
            concerned =
                    Math.max(concerned, attempt.placed() + outcome.unassigned().size());
            if (attempt.placed() > placed) {
                placed = attempt.placed();
                proposals.add(proposal(request, program, ring, placed, outcome));
            }
            if (outcome.unassigned().isEmpty()) {
                break;
            }
        }
        return new ReplanView(programId, request.weekStartingOn(), request.cause(), concerned, proposals);
    }

    private Proposal proposal(ReplanRequest request, Program program, int ring, int placed, RosterOutcome outcome) {
        var now = clock.instant();
        var run = new RosterRun(
                ids.next(),
                new RosterRunRequest(program.id(), request.weekStartingOn(), 1L, 1, RosterScope.REPLAN),
                now,
                caller.subject(),
                now);
        run.draft(outcome, now);
        runs.persist(run);
        return new Proposal(ring, run.id(), placed, outcome.unassigned(), compareRoster.changes(run));
    }

    private void requireSensible(Program program, ReplanRequest request) {
        var monday = request.weekStartingOn();
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw ProblemException.invalid("/weekStartingOn", "must be a Monday");
        }
        if (monday.plusDays(6).isBefore(LocalDate.now(clock.withZone(program.zone())))) {
            throw ProblemException.invalid("/weekStartingOn", "must not be over: nothing can be moved there any more");
        }
        var from = request.from();
        var until = request.until();
        if (from != null && until != null && until.isBefore(from)) {
            throw ProblemException.invalid("/until", "must not be before from");
        }
    }

    private ReplanSubject subject(Program program, ReplanRequest request) {
        return switch (request.cause()) {
            case NEW_CLIENT, LEVEL_CHANGE -> {
                var client = enrollments.requireNamed("/enrollmentId", needed("/enrollmentId", request.enrollmentId()));
                if (!client.programId().equals(program.id())) {
                    throw ProblemException.invalid(
                            "/enrollmentId", "must be the identifier of a client of the program");
                }
                client.requireActive();
                var booked = bookings.ofWeek(program.id(), request.weekStartingOn()).stream()
                        .filter(booking -> booking.enrollmentId().equals(client.id()))
                        .filter(PublishedWeek::isTreatment)
                        .toList();
                var needsGroup = client.prescription().sessions().stream()
                        .anyMatch(prescribed -> prescribed.kind().isCohort());
                var hasGroup =
                        booked.stream().anyMatch(booking -> booking.kind().isCohort());
                yield new ReplanSubject(client, null, null, null, booked.isEmpty() || (needsGroup && !hasGroup));
            }
            case CANCELLATION -> {
                var booking = bookings.findByIdOptional(needed("/bookingId", request.bookingId()))
                        .filter(found -> found.programId().equals(program.id()))
                        .orElseThrow(() -> ProblemException.invalid(
                                "/bookingId", "must be the identifier of a booking of the program"));
                if (booking.status() != BookingStatus.BOOKED) {
                    throw new ProblemException(
                            SchedulingProblem.BOOKING_CANCELLED,
                            "What it freed can be given to others by a roster run.");
                }
                if (!request.isInWeek(booking.time().sessionOn())) {
                    throw ProblemException.invalid("/bookingId", "must be a booking of the week");
                }
                yield new ReplanSubject(null, booking, null, null, false);
            }
            case CLINICIAN_ABSENT ->
                new ReplanSubject(
                        null,
                        null,
                        clinicians
                                .requireNamed(
                                        "/clinicianId", needed("/clinicianId", request.clinicianId()), program.id())
                                .id(),
                        null,
                        false);
            case ROOM_LOST ->
                new ReplanSubject(
                        null,
                        null,
                        null,
                        rooms.requireNamed("/roomId", needed("/roomId", request.roomId()), program.id())
                                .id(),
                        false);
        };
    }

    private static UUID needed(String pointer, @Nullable UUID id) {
        if (id == null) {
            throw ProblemException.invalid(pointer, "is needed for this cause");
        }
        return id;
    }
}
