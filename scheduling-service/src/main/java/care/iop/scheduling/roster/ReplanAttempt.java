package care.iop.scheduling.roster;

import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.program.PrescribedSessions;
import care.iop.scheduling.roster.Replan.Concerned;
import care.iop.scheduling.roster.RosterOutcome.Appointment;
import care.iop.scheduling.roster.RosterOutcome.Unplaced;
import care.iop.scheduling.roster.WeekBoard.Meeting;
import care.iop.scheduling.roster.WeekBoard.Visit;
import care.iop.scheduling.roster.engine.RosterEngine;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import care.iop.scheduling.session.SessionTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One try to deal with a change of a published week, as far as one ring. */
final class ReplanAttempt {

    private final RosterWeek week;
    private final ReplanRequest request;
    private final ReplanSubject subject;
    private final int ring;
    private final WeekBoard board;
    private final Replan replan;
    private final RosterEngine engine = new RosterEngine();
    private final Instant now;
    private final Map<UUID, Meeting> before;
    private final Set<UUID> left = new HashSet<>();
    private final Map<UUID, List<Appointment>> joined = new HashMap<>();
    private final List<Unplaced> unplaced = new ArrayList<>();
    private int placedByEngine;

    /**
     * @param ring the furthest that others may be disturbed
     * @param notice nothing that starts within it is moved to make room
     */
    ReplanAttempt(
            RosterWeek week, ReplanRequest request, ReplanSubject subject, int ring, Instant now, Duration notice) {
        this.week = week;
        this.request = request;
        this.subject = subject;
        this.ring = ring;
        this.now = now;
        this.board = WeekBoard.of(week);
        this.before = board.meetings().stream().collect(Collectors.toMap(Meeting::sessionId, meeting -> meeting));
        var local = now.atZone(week.zone());
        if (request.isInWeek(local.toLocalDate())) {
            board.over(local.getDayOfWeek(), local.toLocalTime().toSecondOfDay() / 60);
        }
        var frozenUntil = now.plus(notice);
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
        unplaced.addAll(replan.unplaced());
        return new ReplanDraft(week, subject, board, before, left, joined, replan.lostMeetings())
                .told(replan.changed(), unplaced);
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
    private boolean isAhead(WeekWindow when) {
        var day = request.weekStartingOn().plusDays(when.day().getValue() - 1L);
        return ZonedDateTime.of(day, when.startTime(), week.zone()).toInstant().isAfter(now);
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
        replace(visit -> room.equals(visit.room()) && days.contains(visit.when().day()));
        board.lost(room, days);
    }

    private void replace(Predicate<Visit> needsPlace) {
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
                        board::remove,
                        () -> board.leave(
                                booking.enrollmentId(),
                                WeekBoard.window(booking.time().in(week.zone()))));
        var missing = new ArrayList<Concerned>();
        for (var client : week.clients().values()) {
            if (client.isActive()
                    && client.programId().equals(week.programId())
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
        var found = engine.bestWeek(week.problem(), week.given(), client.id().toString());
        for (var old : board.visitsOf(client.id())) {
            board.remove(old);
        }
        var told = SolveWeek.tell(week, found);
        var group = new ArrayList<Appointment>();
        for (var appointment : told.sessions()) {
            var window = WeekBoard.window(new SessionTime(
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
                    && booking.time().startsAt().isAfter(now)) {
                left.add(booking.id());
                board.leave(client.id(), WeekBoard.window(booking.time().in(week.zone())));
            }
        }
        joined.putIfAbsent(client.id(), List.of());
        replan.place(missing(client), ring);
    }
}
