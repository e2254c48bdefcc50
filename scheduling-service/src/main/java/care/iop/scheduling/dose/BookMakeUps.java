package care.iop.scheduling.dose;

import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.booking.Seat;
import care.iop.scheduling.booking.TakeSeats;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.enrollment.Enrollments;
import care.iop.scheduling.program.Programs;
import care.iop.scheduling.roster.OpenPlaces;
import care.iop.scheduling.session.Session;
import care.iop.scheduling.session.SessionTime;
import care.iop.scheduling.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Books several make-up seats at once, all of them or, with the reason, none: what is not offered any more is refused. */
@ApplicationScoped
class BookMakeUps {

    private final Enrollments enrollments;
    private final Programs programs;
    private final Sessions sessions;
    private final OpenPlaces openPlaces;
    private final FindMakeUps findMakeUps;
    private final TakeSeats takeSeats;
    private final Ids ids;

    BookMakeUps(
            Enrollments enrollments,
            Programs programs,
            Sessions sessions,
            OpenPlaces openPlaces,
            FindMakeUps findMakeUps,
            TakeSeats takeSeats,
            Ids ids) {
        this.enrollments = enrollments;
        this.programs = programs;
        this.sessions = sessions;
        this.openPlaces = openPlaces;
        this.findMakeUps = findMakeUps;
        this.takeSeats = takeSeats;
        this.ids = ids;
    }

    /** Books the chosen seats. They keep together what each keeps alone: prescribed minutes, what payers allow, no module twice. */
    @Transactional
    List<Booking> book(UUID enrollmentId, MakeUpRequest request) {
        FindMakeUps.requireMonday("/weekStartingOn", request.weekStartingOn());
        programs.requireLocked(enrollments.require(enrollmentId).programId());
        var client = enrollments.require(enrollmentId);
        var offered = findMakeUps.find(client, request.weekStartingOn());
        var chosen = new Chosen(client, request.weekStartingOn(), offered);
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < request.seats().size(); i++) {
            seats.add(chosen.seat(i, request.seats().get(i)));
        }
        return takeSeats.take(seats, null);
    }

    /** The seats chosen so far, and what they leave. */
    private final class Chosen {

        private final Enrollment client;
        private final LocalDate week;
        private final MakeUpsView offered;
        private final HashSet<UUID> madeUp = new HashSet<>();
        private final HashSet<String> modules = new HashSet<>();
        private final Map<LocalDate, WeekRoom> rooms = new HashMap<>();
        private final Map<LocalDate, OpenPlaces.InWeek> boards = new HashMap<>();

        Chosen(Enrollment client, LocalDate week, MakeUpsView offered) {
            this.client = client;
            this.week = week;
            this.offered = offered;
        }

        Seat seat(int index, MakeUpRequest.Chosen chosen) {
            var makeUpFor = chosen.makeUpFor();
            if (makeUpFor != null
                    && (!madeUp.add(makeUpFor)
                            || offered.missed().stream()
                                    .noneMatch(missed -> missed.bookingId().equals(makeUpFor)))) {
                throw ProblemException.invalid(
                        "/seats/" + index + "/makeUpFor",
                        "must be a missed session of the week that has no make-up yet, and each only once");
            }
            var sessionId = chosen.sessionId();
            var session = sessionId == null ? alone(index, chosen) : meeting(index, sessionId);
            if (offered.missed().stream()
                    .anyMatch(missed -> missed.bookingId().equals(makeUpFor) && missed.kind() != session.kind())) {
                throw ProblemException.invalid(
                        "/seats/" + index + "/makeUpFor", "must be a missed session of the kind " + session.kind());
            }
            takeRoom(index, session.time());
            return new Seat(client, session, makeUpFor, null);
        }

        private Session meeting(int index, UUID sessionId) {
            var seat = offered.seats().stream()
                    .filter(each -> sessionId.equals(each.sessionId()))
                    .findFirst()
                    .orElseThrow(() -> gone("The meeting is not offered to the client any more."));
            if (seat.moduleCode() != null && !modules.add(seat.moduleCode())) {
                throw ProblemException.invalid(
                        "/seats/" + index + "/sessionId",
                        "must not teach " + seat.moduleCode() + ", which another chosen seat teaches");
            }
            return sessions.require(sessionId);
        }

        /** Refuses what the seats chosen before leave no room for. */
        private void takeRoom(int index, SessionTime time) {
            var monday = time.sessionOn().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            var room = rooms.computeIfAbsent(
                    monday, searched -> findMakeUps.room(client, searched, searched.equals(week)));
            room.obstacle(time.sessionOn(), time.plannedMinutes()).ifPresent(rule -> {
                throw ProblemException.invalid(
                        "/seats/" + index,
                        "must keep %s: with the seats before, it %s".formatted(rule, room.words(rule)));
            });
            rooms.put(monday, room.with(time.sessionOn(), time.plannedMinutes()));
        }

        private Session alone(int index, MakeUpRequest.Chosen chosen) {
            var kind = chosen.kind();
            var startsAt = chosen.startsAt();
            var endsAt = chosen.endsAt();
            var clinician = chosen.clinicianId();
            if (kind == null
                    || !kind.isPlacedForOneClient()
                    || startsAt == null
                    || endsAt == null
                    || clinician == null
                    || !startsAt.isBefore(endsAt)) {
                throw ProblemException.invalid(
                        "/seats/" + index,
                        "must have a sessionId, or the kind, startsAt, endsAt and clinicianId of a session alone");
            }
            var zone = programs.require(client.programId()).zone();
            var day = startsAt.atZone(zone).toLocalDate();
            var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            var board = boards.computeIfAbsent(monday, searched -> openPlaces.in(client, searched));
            var time = new SessionTime(day, startsAt, endsAt, zone.getId());
            var place = board.place(kind, time, clinician)
                    .orElseThrow(
                            () -> gone("The time is not free for the client, the clinician or an office any more."));
            var session = Session.forOneClient(ids.next(), client.programId(), kind, time, place);
            sessions.persist(session);
            return session;
        }
    }

    private static ProblemException gone(String reason) {
        return new ProblemException(
                SchedulingProblem.MAKE_UP_GONE, reason + " Nothing was booked. Ask for the make-up seats again.");
    }
}
