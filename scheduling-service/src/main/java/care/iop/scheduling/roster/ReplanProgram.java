package care.iop.scheduling.roster;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.booking.AttendanceRules;
import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.booking.BookingStatus;
import care.iop.scheduling.booking.Bookings;
import care.iop.scheduling.clinician.Clinicians;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.enrollment.Enrollments;
import care.iop.scheduling.program.PrescribedSessions;
import care.iop.scheduling.program.Program;
import care.iop.scheduling.program.Programs;
import care.iop.scheduling.room.Rooms;
import care.iop.scheduling.roster.Replan.Concerned;
import care.iop.scheduling.roster.ReplanView.Proposal;
import care.iop.scheduling.roster.RosterOutcome.Appointment;
import care.iop.scheduling.roster.RosterOutcome.Handover;
import care.iop.scheduling.roster.RosterOutcome.ScoreByConstraint;
import care.iop.scheduling.roster.RosterOutcome.Unplaced;
import care.iop.scheduling.roster.RosterOutcome.Week;
import care.iop.scheduling.roster.WeekBoard.Meeting;
import care.iop.scheduling.roster.WeekBoard.Visit;
import care.iop.scheduling.roster.engine.RosterEngine;
import care.iop.scheduling.roster.engine.constraint.Rule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final RosterEngine engine = new RosterEngine();

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
            var attempt = new Attempt(program, week, request, subject, ring);
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

    /**
     * Whom and what a change is about.
     *
     * @param decidedAnew whether the client's whole week is found anew, beside everybody else's
     */
    private record Subject(
            @Nullable Enrollment client,
            @Nullable Booking booking,
            @Nullable UUID clinicianId,
            @Nullable UUID roomId,
            boolean decidedAnew) {}

    private Subject subject(Program program, ReplanRequest request) {
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
                yield new Subject(client, null, null, null, booked.isEmpty() || (needsGroup && !hasGroup));
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
                if (!inWeek(request, booking.time().sessionOn())) {
                    throw ProblemException.invalid("/bookingId", "must be a booking of the week");
                }
                yield new Subject(null, booking, null, null, false);
            }
            case CLINICIAN_ABSENT ->
                new Subject(
                        null,
                        null,
                        clinicians
                                .requireNamed(
                                        "/clinicianId", needed("/clinicianId", request.clinicianId()), program.id())
                                .id(),
                        null,
                        false);
            case ROOM_LOST ->
                new Subject(
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

    private static boolean inWeek(ReplanRequest request, LocalDate day) {
        return !day.isBefore(request.weekStartingOn())
                && !day.isAfter(request.weekStartingOn().plusDays(6));
    }

    /** One try, as far as one ring. */
    private final class Attempt {

        private final Program program;
        private final RosterWeek week;
        private final ReplanRequest request;
        private final Subject subject;
        private final int ring;
        private final WeekBoard board;
        private final Replan replan;
        private final Map<UUID, Meeting> before;
        private final Set<UUID> left = new HashSet<>();
        private final Map<UUID, List<Appointment>> joined = new HashMap<>();
        private final List<Unplaced> unplaced = new ArrayList<>();
        private int placedByEngine;

        Attempt(Program program, RosterWeek week, ReplanRequest request, Subject subject, int ring) {
            this.program = program;
            this.week = week;
            this.request = request;
            this.subject = subject;
            this.ring = ring;
            this.board = new WeekBoard(week);
            this.before = board.meetings().stream().collect(Collectors.toMap(Meeting::sessionId, meeting -> meeting));
            var now = ZonedDateTime.now(clock.withZone(program.zone()));
            if (inWeek(request, now.toLocalDate())) {
                board.over(now.getDayOfWeek(), now.toLocalTime().toSecondOfDay() / 60);
            }
            var frozenUntil = now.toInstant().plus(rules.notice());
            this.replan = new Replan(board, week.names(), visit -> booking(visit)
                    .map(booking -> booking.attendance().isEmpty()
                            && !booking.time().startsAt().isBefore(frozenUntil))
                    .orElse(true));
        }

        int placed() {
            return placedByEngine + replan.placed();
        }

        RosterOutcome outcome() {
            var clinician = subject.clinicianId();
            var room = subject.roomId();
            var booking = subject.booking();
            var client = subject.client();
            if (clinician != null) {
                withoutClinician(clinician);
            } else if (room != null) {
                withoutRoom(room);
            } else if (booking != null) {
                withoutBooking(booking);
            } else if (client != null && subject.decidedAnew()) {
                decideAnew(client);
            } else if (client != null) {
                followPrescription(client);
            }
            return told();
        }

        private Optional<Booking> booking(Visit visit) {
            var id = visit.bookingId();
            return id == null
                    ? Optional.empty()
                    : week.published().treatmentOf(visit.client()).stream()
                            .filter(booking -> booking.id().equals(id))
                            .findFirst();
        }

        private Set<DayOfWeek> days() {
            var from = request.from() == null ? request.weekStartingOn() : request.from();
            var until = request.until() == null ? request.weekStartingOn().plusDays(6) : request.until();
            return Stream.of(DayOfWeek.values())
                    .filter(day -> {
                        var date = request.weekStartingOn().plusDays(day.getValue() - 1L);
                        return !date.isBefore(from) && !date.isAfter(until);
                    })
                    .collect(Collectors.toSet());
        }

        /** Still to come: what has begun is not moved. */
        private boolean isAhead(LocalDate day, int startMinute) {
            var start = ZonedDateTime.of(day, java.time.LocalTime.ofSecondOfDay(startMinute * 60L), program.zone());
            return start.toInstant().isAfter(clock.instant());
        }

        private boolean isAhead(care.iop.scheduling.roster.engine.problem.WeekWindow when) {
            return isAhead(request.weekStartingOn().plusDays(when.day().getValue() - 1L), when.startMinute());
        }

        private void withoutClinician(UUID clinician) {
            var days = days();
            board.absent(clinician, days);
            for (var meeting : board.meetings()) {
                if (clinician.equals(meeting.clinician())
                        && days.contains(meeting.when().day())
                        && isAhead(meeting.when())) {
                    replan.substitute(meeting);
                }
            }
            replace(visit -> clinician.equals(visit.clinician())
                    && days.contains(visit.when().day()));
        }

        private void withoutRoom(UUID room) {
            var days = days();
            var meetings = board.meetings().stream()
                    .filter(meeting -> room.equals(meeting.room())
                            && days.contains(meeting.when().day()))
                    .filter(meeting -> isAhead(meeting.when()))
                    .toList();
            board.lost(room, days);
            meetings.forEach(replan::relocate);
            replace(visit ->
                    room.equals(visit.room()) && days.contains(visit.when().day()));
            board.lost(room, days);
        }

        private void replace(java.util.function.Predicate<Visit> needsPlace) {
            var visits = board.visits().stream()
                    .filter(needsPlace)
                    .filter(visit -> isAhead(visit.when()) && board.knows(visit.client()))
                    .toList();
            visits.forEach(board::remove);
            days().forEach(day -> {
                var room = subject.roomId();
                if (room != null) {
                    board.lost(room, Set.of(day));
                }
            });
            replan.place(
                    visits.stream()
                            .map(visit -> new Concerned(
                                    visit.client(), visit.kind(), visit.when().minutes(), visit))
                            .toList(),
                    ring);
        }

        /** Gives the seat up, and what it frees to clients who miss sessions of this week. */
        private void withoutBooking(Booking booking) {
            left.add(booking.id());
            board.visits().stream()
                    .filter(visit -> booking.id().equals(visit.bookingId()))
                    .findFirst()
                    .ifPresentOrElse(
                            board::remove, () -> board.leave(booking.enrollmentId(), WeekBoard.window(booking.time())));
            var missing = new ArrayList<Concerned>();
            for (var client : week.clients().values()) {
                if (client.isActive()
                        && client.programId().equals(program.id())
                        && !client.id().equals(booking.enrollmentId())
                        && !week.published().treatmentOf(client.id()).isEmpty()) {
                    missing.addAll(missing(client));
                }
            }
            replan.place(missing, ring);
        }

        private List<Concerned> missing(Enrollment client) {
            var missing = new ArrayList<Concerned>();
            var booked = new ArrayList<>(board.visitsOf(client.id()));
            for (var prescribed : alone(client)) {
                for (int i = 0; i < prescribed.timesPerWeek(); i++) {
                    var has = booked.stream()
                            .filter(visit -> visit.kind() == prescribed.kind())
                            .findFirst();
                    if (has.isPresent()) {
                        booked.remove(has.get());
                    } else {
                        missing.add(new Concerned(client.id(), prescribed.kind(), prescribed.minutes(), null));
                    }
                }
            }
            return missing;
        }

        private static List<PrescribedSessions> alone(Enrollment client) {
            return client.prescription().sessions().stream()
                    .filter(prescribed -> prescribed.kind().isPlacedForOneClient())
                    .toList();
        }

        private void decideAnew(Enrollment client) {
            var found =
                    engine.bestWeek(week.problem(), week.given(), client.id().toString());
            for (var old : board.visitsOf(client.id())) {
                board.remove(old);
            }
            var told = SolveWeek.tell(week, found);
            var group = new ArrayList<Appointment>();
            for (var appointment : told.sessions()) {
                var window = WeekBoard.window(new care.iop.scheduling.session.SessionTime(
                        appointment.sessionOn(), appointment.startsAt(), appointment.endsAt(), appointment.zone()));
                placedByEngine++;
                if (appointment.seriesId() == null) {
                    board.put(new Visit(
                            client.id(),
                            appointment.kind(),
                            window,
                            appointment.clinicianId(),
                            appointment.roomId(),
                            null));
                } else {
                    board.attend(client.id(), window);
                    group.add(appointment);
                }
            }
            joined.put(client.id(), group);
            var open = SolveWeek.unplaced(week, found);
            var waiting = new ArrayList<Concerned>();
            for (var each : open) {
                if (each.minutes() == null || ring < 2) {
                    unplaced.add(each);
                } else {
                    waiting.add(new Concerned(client.id(), each.kind(), each.minutes(), null));
                }
            }
            replan.place(waiting, ring);
        }

        /** Keeps what the prescription still holds, gives up what is too much, places what is missing. */
        private void followPrescription(Enrollment client) {
            var surplus = new ArrayList<>(board.visitsOf(client.id()));
            for (var prescribed : alone(client)) {
                for (int i = 0; i < prescribed.timesPerWeek(); i++) {
                    surplus.stream()
                            .filter(visit -> visit.kind() == prescribed.kind()
                                    && visit.when().minutes() == prescribed.minutes())
                            .min(Comparator.comparing(Visit::when))
                            .ifPresent(surplus::remove);
                }
            }
            var given = surplus.stream().filter(visit -> isAhead(visit.when())).toList();
            given.forEach(visit -> {
                board.remove(visit);
                Optional.ofNullable(visit.bookingId()).ifPresent(left::add);
            });
            var needsGroup = client.prescription().sessions().stream()
                    .anyMatch(prescribed -> prescribed.kind().isCohort());
            for (var booking : week.published().treatmentOf(client.id())) {
                if (!needsGroup
                        && booking.kind().isCohort()
                        && booking.time().startsAt().isAfter(clock.instant())) {
                    left.add(booking.id());
                    board.leave(client.id(), WeekBoard.window(booking.time()));
                }
            }
            joined.putIfAbsent(client.id(), List.of());
            replan.place(missing(client), ring);
        }

        private RosterOutcome told() {
            unplaced.addAll(replan.unplaced());
            var lost = replan.lostMeetings();
            Set<UUID> concerned = new TreeSet<>(replan.changed());
            concerned.addAll(joined.keySet());
            for (var booking : week.published().bookings()) {
                if (lost.contains(booking.sessionId())) {
                    concerned.add(booking.enrollmentId());
                    unplaced.add(lostMeeting(booking));
                }
                if (left.contains(booking.id())) {
                    concerned.add(booking.enrollmentId());
                }
            }
            var weeks = concerned.stream().map(id -> week(id, lost)).toList();
            var decided = new RosterOutcome(
                    weeks, List.of(), List.copyOf(unplaced), List.of(), noScore(), 0, List.of(), List.of());
            var draft = Draft.against(week.published(), decided);
            Map<UUID, Handover> handovers = new LinkedHashMap<>();
            draft.handovers().forEach(handover -> handovers.put(handover.sessionId(), handover));
            for (var meeting : board.meetings()) {
                var former = Objects.requireNonNull(before.get(meeting.sessionId()));
                if (!lost.contains(meeting.sessionId()) && !meeting.equals(former)) {
                    handovers.put(
                            meeting.sessionId(),
                            new Handover(
                                    meeting.sessionId(),
                                    former.clinician(),
                                    meeting.clinician(),
                                    former.room(),
                                    meeting.room()));
                }
            }
            return new RosterOutcome(
                    draft.weeks(),
                    draft.alreadyBooked(),
                    draft.unassigned(),
                    draft.warnings(),
                    draft.score(),
                    0,
                    List.copyOf(handovers.values()),
                    List.of());
        }

        private Unplaced lostMeeting(Booking booking) {
            var meeting = Objects.requireNonNull(before.get(booking.sessionId()));
            var noRoom = subject.roomId() != null;
            return new Unplaced(
                    booking.enrollmentId(),
                    booking.kind(),
                    booking.time().plannedMinutes(),
                    new TreeSet<>(Set.of(noRoom ? Rule.GROUP_ROOM_CAPACITY : Rule.FACILITATOR_CREDENTIAL)),
                    noRoom
                            ? "No other group room is free %s for %s."
                                    .formatted(meeting.when(), week.names().series(meeting.seriesId()))
                            : "Nobody else who may lead %s is free %s."
                                    .formatted(week.names().series(meeting.seriesId()), meeting.when()),
                    noRoom
                            ? "It would take place by video, or in a room that is freed then."
                            : "It would take place if a clinician with the group's credential were freed then; make-up sessions keep the week's hours.");
        }

        private static ScoreByConstraint noScore() {
            return new ScoreByConstraint(0, 0, 0, List.of());
        }

        private Week week(UUID clientId, Set<UUID> lost) {
            var client = Objects.requireNonNull(week.clients().get(clientId.toString()), "concerned clients are read");
            var appointments = new ArrayList<Appointment>(joined.getOrDefault(clientId, List.of()));
            UUID series = appointments.isEmpty() ? null : appointments.get(0).seriesId();
            for (var booking : week.published().treatmentOf(clientId)) {
                var session = week.published().sessionOf(booking);
                var meeting = session.seriesId().orElse(null);
                var given = lost.contains(session.id())
                        || left.contains(booking.id())
                        || (joined.containsKey(clientId) && subject.decidedAnew());
                if (meeting != null && !given) {
                    series = meeting;
                    var now = board.meetings().stream()
                            .filter(each -> each.sessionId().equals(session.id()))
                            .findFirst()
                            .orElseThrow();
                    appointments.add(appointment(booking, meeting, now.clinician(), now.room()));
                } else if (meeting == null && WeekBoard.isExcused(booking)) {
                    var place = session.place();
                    appointments.add(appointment(booking, null, place.clinicianId(), place.roomId()));
                }
            }
            board.visitsOf(clientId).forEach(visit -> appointments.add(appointment(visit)));
            appointments.sort(Comparator.comparing(Appointment::startsAt));
            return new Week(
                    clientId,
                    client.patientId(),
                    series,
                    appointments.stream().mapToInt(Appointment::minutes).sum(),
                    (int) appointments.stream()
                            .map(Appointment::sessionOn)
                            .distinct()
                            .count(),
                    appointments,
                    List.of());
        }

        private static Appointment appointment(
                Booking booking, @Nullable UUID series, @Nullable UUID clinician, @Nullable UUID room) {
            var time = booking.time();
            return new Appointment(
                    booking.kind(),
                    series,
                    time.sessionOn(),
                    time.startsAt().atZone(ZoneId.of(time.zone())).toLocalTime(),
                    time.startsAt(),
                    time.endsAt(),
                    time.zone(),
                    clinician,
                    room,
                    null);
        }

        private Appointment appointment(Visit visit) {
            var day = request.weekStartingOn().plusDays(visit.when().day().getValue() - 1L);
            var start = ZonedDateTime.of(day, visit.when().startTime(), program.zone());
            return new Appointment(
                    visit.kind(),
                    null,
                    day,
                    start.toLocalTime(),
                    start.toInstant(),
                    start.toInstant().plus(Duration.ofMinutes(visit.when().minutes())),
                    program.zone().getId(),
                    visit.clinician(),
                    visit.room(),
                    null);
        }
    }
}
