package care.iop.scheduling.dose;

import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.booking.Bookings;
import care.iop.scheduling.booking.Seat;
import care.iop.scheduling.booking.TakeSeats;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.enrollment.Enrollments;
import care.iop.scheduling.program.Programs;
import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.roster.OpenPlaces;
import care.iop.scheduling.roster.OpenPlaces.OpenPlace;
import care.iop.scheduling.session.Session;
import care.iop.scheduling.session.SessionTime;
import care.iop.scheduling.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the free seats that could make up for what a client misses in a week, in the week itself and in the days after, and books
 * several of them at once. Nothing above the prescribed, authorized minutes a week is offered.
 */
@ApplicationScoped
class FindMakeUps {

    private static final int MOST_VISITS = 5;
    private static final int DAYS_PER_WEEK = 7;

    private final Enrollments enrollments;
    private final Programs programs;
    private final Bookings bookings;
    private final Sessions sessions;
    private final OpenPlaces openPlaces;
    private final ForecastDose forecastDose;
    private final TakeSeats takeSeats;
    private final DoseSettings settings;
    private final Ids ids;

    FindMakeUps(
            Enrollments enrollments,
            Programs programs,
            Bookings bookings,
            Sessions sessions,
            OpenPlaces openPlaces,
            ForecastDose forecastDose,
            TakeSeats takeSeats,
            DoseSettings settings,
            Ids ids) {
        this.enrollments = enrollments;
        this.programs = programs;
        this.bookings = bookings;
        this.sessions = sessions;
        this.openPlaces = openPlaces;
        this.forecastDose = forecastDose;
        this.takeSeats = takeSeats;
        this.settings = settings;
        this.ids = ids;
    }

    /** The seats, the most useful first. */
    @Transactional
    MakeUpsView find(Enrollment client, LocalDate weekStartingOn) {
        requireMonday("week", weekStartingOn);
        client.requireActive();
        var dose = forecastDose.forecast(client, weekStartingOn);
        var missed = missed(client, weekStartingOn);
        var seats = new ArrayList<Ranked>();
        var days = bookings.ofEnrollment(client.id(), weekStartingOn).stream()
                .filter(booking -> booking.kind() != SessionKind.CHECK_IN)
                .filter(booking -> booking.attendance().isEmpty() || booking.deliveredMinutes() > 0)
                .map(booking -> booking.time().sessionOn())
                .collect(Collectors.toSet());
        offer(seats, client, weekStartingOn, weekStartingOn, dose, missed, days);
        if (settings.makeUpDaysAfter() > 0 && !missed.isEmpty()) {
            offer(seats, client, weekStartingOn, weekStartingOn.plusWeeks(1), dose, missed, days);
        }
        seats.sort(Comparator.comparing((Ranked seat) -> !seat.inWeek())
                .thenComparing(seat -> -seat.covers())
                .thenComparing(seat -> dose.missingDays() > 0 && !seat.addsDay())
                .thenComparing(seat -> seat.place().price())
                .thenComparing(seat -> seat.place().time().startsAt()));
        var ranked = new ArrayList<MakeUpsView.Seat>();
        for (var seat : seats) {
            ranked.add(seat.view(ranked.size() + 1));
        }
        return new MakeUpsView(client.id(), weekStartingOn, dose, missed, ranked);
    }

    private void offer(
            List<Ranked> seats,
            Enrollment client,
            LocalDate week,
            LocalDate searched,
            DoseForecastView.Client dose,
            List<MakeUpsView.Missed> missed,
            Set<LocalDate> days) {
        var inWeek = searched.equals(week);
        var last = week.plusDays(DAYS_PER_WEEK - 1L + (inWeek ? 0 : settings.makeUpDaysAfter()));
        var room = client.prescribedMinutesPerWeek()
                - forecastDose.forecast(client, searched).forecastMinutes();
        var open = openPlaces.in(client, searched);
        var places = new ArrayList<>(open.meetings());
        var kinds = new LinkedHashMap<SessionKind, Integer>();
        missed.forEach(each -> {
            if (each.kind().isPlacedForOneClient()) {
                kinds.putIfAbsent(each.kind(), each.lostMinutes());
            }
        });
        if (inWeek && dose.atRisk()) {
            client.prescription().sessions().stream()
                    .filter(prescribed -> prescribed.kind().isPlacedForOneClient())
                    .forEach(prescribed -> kinds.putIfAbsent(prescribed.kind(), prescribed.minutes()));
        }
        kinds.forEach((kind, minutes) -> places.addAll(open.visits(kind, minutes, MOST_VISITS)));
        for (var place : places) {
            var minutes = place.time().plannedMinutes();
            // What the week after needs for itself is not used up, and what was missed counts in the place of what it
            // makes up for.
            if (place.time().sessionOn().isAfter(last) || (inWeek && minutes > room)) {
                continue;
            }
            seats.add(new Ranked(
                    place,
                    inWeek,
                    inWeek ? Math.min(dose.missingMinutes(), minutes) : 0,
                    inWeek && !days.contains(place.time().sessionOn()),
                    makeUpFor(place, missed)));
        }
    }

    private static @Nullable UUID makeUpFor(OpenPlace place, List<MakeUpsView.Missed> missed) {
        return missed.stream()
                .filter(each -> each.kind() == place.kind())
                .findFirst()
                .map(MakeUpsView.Missed::bookingId)
                .orElse(null);
    }

    private record Ranked(
            OpenPlace place,
            boolean inWeek,
            int covers,
            boolean addsDay,
            @Nullable UUID makeUpFor) {

        MakeUpsView.Seat view(int rank) {
            var time = place.time();
            var session = place.session();
            return new MakeUpsView.Seat(
                    rank,
                    session == null ? null : session.id(),
                    place.kind(),
                    place.seriesId(),
                    time.sessionOn(),
                    time.startsAt().atZone(ZoneId.of(time.zone())).toLocalTime(),
                    time.startsAt(),
                    time.endsAt(),
                    place.place().clinicianId(),
                    covers,
                    inWeek,
                    addsDay,
                    makeUpFor,
                    place.text() + text());
        }

        private String text() {
            if (!inWeek) {
                return ": makes up in the days after; this week's hours stay short.";
            }
            return covers > 0
                    ? ": covers %d missing minutes this week%s.".formatted(covers, addsDay ? ", on a further day" : "")
                    : addsDay ? ": adds a day this week." : ": this week.";
        }
    }

    private List<MakeUpsView.Missed> missed(Enrollment client, LocalDate weekStartingOn) {
        var ofWeek = bookings.ofEnrollment(client.id(), weekStartingOn);
        var madeUp = bookings.madeUp(ofWeek.stream().map(Booking::id).toList());
        return ofWeek.stream()
                .filter(booking ->
                        !madeUp.contains(booking.id()) && booking.makeUpFor().isEmpty())
                .filter(booking -> booking.kind() != SessionKind.CHECK_IN)
                .filter(booking -> booking.attendance().isPresent() && booking.deliveredMinutes() == 0)
                .map(booking -> new MakeUpsView.Missed(
                        booking.id(),
                        booking.kind(),
                        booking.time().sessionOn(),
                        booking.time().plannedMinutes()))
                .toList();
    }

    private static void requireMonday(String pointer, LocalDate day) {
        if (day.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw ProblemException.invalid(pointer, "must be a Monday");
        }
    }

    /** Books the chosen seats, all of them or, with the reason, none: what is not offered any more is refused. */
    @Transactional
    List<Booking> book(UUID enrollmentId, MakeUpRequest request) {
        requireMonday("/weekStartingOn", request.weekStartingOn());
        var program = enrollments.require(enrollmentId).programId();
        programs.requireLocked(program);
        var client = enrollments.require(enrollmentId);
        var offered = find(client, request.weekStartingOn());
        var madeUp = new HashSet<UUID>();
        var minutes = 0;
        var inWeek = 0;
        List<Seat> seats = new ArrayList<>();
        Map<LocalDate, OpenPlaces.InWeek> boards = new LinkedHashMap<>();
        for (int i = 0; i < request.seats().size(); i++) {
            var chosen = request.seats().get(i);
            var makeUpFor = chosen.makeUpFor();
            if (makeUpFor != null
                    && (!madeUp.add(makeUpFor)
                            || offered.missed().stream()
                                    .noneMatch(missed -> missed.bookingId().equals(makeUpFor)))) {
                throw ProblemException.invalid(
                        "/seats/" + i + "/makeUpFor",
                        "must be a missed session of the week that has no make-up yet, and each only once");
            }
            var sessionId = chosen.sessionId();
            Session session;
            if (sessionId != null) {
                session = offered.seats().stream()
                        .filter(seat -> sessionId.equals(seat.sessionId()))
                        .findFirst()
                        .map(seat -> sessions.require(sessionId))
                        .orElseThrow(() -> gone("The meeting has no free seat for the client any more."));
            } else {
                session = alone(client, chosen, i, boards);
            }
            if (!session.time().sessionOn().isAfter(request.weekStartingOn().plusDays(DAYS_PER_WEEK - 1L))) {
                minutes += session.time().plannedMinutes();
                inWeek++;
            }
            requireSameKind(offered, makeUpFor, session, i);
            seats.add(new Seat(client, session, makeUpFor, null));
        }
        if (inWeek > 1 && offered.dose().forecastMinutes() + minutes > client.prescribedMinutesPerWeek()) {
            throw ProblemException.invalid(
                    "/seats",
                    "must not bring the week above the prescribed " + client.prescribedMinutesPerWeek()
                            + " minutes; together with what is booked it would be "
                            + (offered.dose().forecastMinutes() + minutes));
        }
        return takeSeats.take(seats, null);
    }

    private static void requireSameKind(MakeUpsView offered, @Nullable UUID makeUpFor, Session session, int index) {
        if (offered.missed().stream()
                .anyMatch(missed -> missed.bookingId().equals(makeUpFor) && missed.kind() != session.kind())) {
            throw ProblemException.invalid(
                    "/seats/" + index + "/makeUpFor", "must be a missed session of the kind " + session.kind());
        }
    }

    private Session alone(
            Enrollment client, MakeUpRequest.Chosen chosen, int index, Map<LocalDate, OpenPlaces.InWeek> boards) {
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
        var week = day.minusDays(day.getDayOfWeek().getValue() - 1L);
        var board = boards.computeIfAbsent(week, monday -> openPlaces.in(client, monday));
        var time = new SessionTime(day, startsAt, endsAt, zone.getId());
        var place = board.place(kind, time, clinician)
                .orElseThrow(() -> gone("The time is not free for the client, the clinician or an office any more."));
        var session = Session.forOneClient(ids.next(), client.programId(), kind, time, place);
        sessions.persist(session);
        return session;
    }

    private static ProblemException gone(String reason) {
        return new ProblemException(
                SchedulingProblem.MAKE_UP_GONE, reason + " Nothing was booked. Ask for the make-up seats again.");
    }
}
