package care.iop.scheduling.dose;

import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.authorization.AuthorizedWeeks;
import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.booking.Bookings;
import care.iop.scheduling.dose.MakeUpsView.LeftOut;
import care.iop.scheduling.dose.MakeUpsView.Missed;
import care.iop.scheduling.dose.MakeUpsView.Rule;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.roster.OpenPlaces;
import care.iop.scheduling.roster.OpenPlaces.OpenPlace;
import care.iop.scheduling.session.AllSessionSeries;
import care.iop.scheduling.session.CurriculumModule;
import care.iop.scheduling.session.Session;
import care.iop.scheduling.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the free seats that could make up for what a client misses in a week, in the week itself and in the days after. Nothing
 * above the prescribed minutes a week or beyond what payers allow is offered, and nothing that the client has had already.
 */
@ApplicationScoped
class FindMakeUps {

    static final int DAYS_PER_WEEK = 7;
    private static final int MOST_VISITS = 5;

    private final Bookings bookings;
    private final Sessions sessions;
    private final AllSessionSeries allSeries;
    private final AuthorizedWeeks authorizedWeeks;
    private final OpenPlaces openPlaces;
    private final ForecastDose forecastDose;
    private final DoseSettings settings;
    private final Clock clock;

    FindMakeUps(
            Bookings bookings,
            Sessions sessions,
            AllSessionSeries allSeries,
            AuthorizedWeeks authorizedWeeks,
            OpenPlaces openPlaces,
            ForecastDose forecastDose,
            DoseSettings settings,
            Clock clock) {
        this.bookings = bookings;
        this.sessions = sessions;
        this.allSeries = allSeries;
        this.authorizedWeeks = authorizedWeeks;
        this.openPlaces = openPlaces;
        this.forecastDose = forecastDose;
        this.settings = settings;
        this.clock = clock;
    }

    /** What the seats of one client are looked at with. */
    private record Question(
            Enrollment client,
            LocalDate week,
            DoseForecastView.Client dose,
            List<Missed> missed,
            Set<String> had,
            Map<String, String> titles) {

        /** The missed session that teaches what the place does, else the first of its kind. */
        Optional<Missed> madeUpBy(OpenPlace place) {
            var alike =
                    missed.stream().filter(each -> each.kind() == place.kind()).toList();
            return alike.stream()
                    .filter(each -> teachesTheSame(each, place))
                    .findFirst()
                    .or(() -> alike.stream().findFirst());
        }

        boolean givesMissedModule(OpenPlace place) {
            return missed.stream().anyMatch(each -> each.kind() == place.kind() && teachesTheSame(each, place));
        }

        /** Whether it would only be said again what the client knows. */
        boolean isRepetition(OpenPlace place) {
            return module(place).filter(had::contains).isPresent() && !givesMissedModule(place);
        }

        private static boolean teachesTheSame(Missed missed, OpenPlace place) {
            return missed.moduleCode() != null
                    && module(place).filter(missed.moduleCode()::equals).isPresent();
        }
    }

    private static Optional<String> module(OpenPlace place) {
        return Optional.ofNullable(place.session()).flatMap(Session::moduleCode);
    }

    /** The seats, those that give a missed module first, then the most useful. */
    @Transactional
    MakeUpsView find(Enrollment client, LocalDate weekStartingOn) {
        requireMonday("week", weekStartingOn);
        client.requireActive();
        var question = new Question(
                client,
                weekStartingOn,
                forecastDose.forecast(client, weekStartingOn),
                missed(client, weekStartingOn),
                bookings.modulesOf(client.id()),
                titles(client));
        var seats = new ArrayList<RankedSeat>();
        var leftOut = new ArrayList<LeftOut>();
        offer(question, weekStartingOn, seats, leftOut);
        if (settings.makeUpDaysAfter() > 0 && !question.missed().isEmpty()) {
            offer(question, weekStartingOn.plusWeeks(1), seats, leftOut);
        }
        seats.sort(Comparator.comparing((RankedSeat seat) -> !seat.givesMissedModule())
                .thenComparing(seat -> !seat.inWeek())
                .thenComparing(seat -> -seat.covers())
                .thenComparing(seat -> question.dose().missingDays() > 0 && !seat.addsDay())
                .thenComparing(seat -> seat.place().price())
                .thenComparing(seat -> seat.place().time().startsAt()));
        var ranked = new ArrayList<MakeUpsView.Seat>();
        for (var seat : seats) {
            ranked.add(seat.view(ranked.size() + 1));
        }
        return new MakeUpsView(client.id(), weekStartingOn, question.dose(), question.missed(), ranked, leftOut);
    }

    private void offer(Question question, LocalDate searched, List<RankedSeat> seats, List<LeftOut> leftOut) {
        var inWeek = searched.equals(question.week());
        var last = question.week().plusDays(DAYS_PER_WEEK - 1L + (inWeek ? 0 : settings.makeUpDaysAfter()));
        var room = room(question.client(), searched, inWeek);
        var refused = new EnumMap<Rule, Integer>(Rule.class);
        for (var place : places(question, searched, inWeek)) {
            var day = place.time().sessionOn();
            if (day.isAfter(last)) {
                continue;
            }
            var obstacle = question.isRepetition(place)
                    ? Optional.of(Rule.CURRICULUM)
                    : room.obstacle(day, place.time().plannedMinutes());
            if (obstacle.isPresent()) {
                refused.merge(obstacle.get(), 1, Integer::sum);
            } else {
                seats.add(ranked(question, place, inWeek, room));
            }
        }
        refused.forEach((rule, number) -> leftOut.add(new LeftOut(
                rule,
                number,
                "%d free %s of the week of %s %s."
                        .formatted(number, number == 1 ? "seat" : "seats", searched, room.words(rule)))));
    }

    /** What is open to the client in a week, meetings with a free seat and visits of the kinds that were missed. */
    private List<OpenPlace> places(Question question, LocalDate searched, boolean inWeek) {
        var open = openPlaces.in(question.client(), searched);
        var places = new ArrayList<>(open.meetings());
        var kinds = new LinkedHashMap<SessionKind, Integer>();
        question.missed().forEach(each -> {
            if (each.kind().isPlacedForOneClient()) {
                kinds.putIfAbsent(each.kind(), each.lostMinutes());
            }
        });
        if (inWeek && question.dose().atRisk()) {
            question.client().prescription().sessions().stream()
                    .filter(prescribed -> prescribed.kind().isPlacedForOneClient())
                    .forEach(prescribed -> kinds.putIfAbsent(prescribed.kind(), prescribed.minutes()));
        }
        kinds.forEach((kind, minutes) -> places.addAll(open.visits(kind, minutes, MOST_VISITS)));
        return places;
    }

    private RankedSeat ranked(Question question, OpenPlace place, boolean inWeek, WeekRoom room) {
        var missed = question.madeUpBy(place);
        var module = module(place).orElse(null);
        var givesMissedModule = question.givesMissedModule(place);
        var stays = givesMissedModule ? null : missed.map(Missed::moduleCode).orElse(null);
        return new RankedSeat(
                place,
                inWeek,
                inWeek ? Math.min(question.dose().missingMinutes(), place.time().plannedMinutes()) : 0,
                inWeek && !room.usedDays().contains(place.time().sessionOn()),
                missed.map(Missed::bookingId).orElse(null),
                module,
                givesMissedModule,
                module == null ? null : question.titles().getOrDefault(module, module),
                stays == null ? null : question.titles().getOrDefault(stays, stays));
    }

    /** What the client's week can still take, with nothing of what is offered. */
    WeekRoom room(Enrollment client, LocalDate monday, boolean heldToPrescription) {
        var booked = bookings.ofEnrollment(client.id(), monday);
        return new WeekRoom(
                heldToPrescription ? client.prescribedMinutesPerWeek() : WeekRoom.NOT_PRESCRIBED,
                WeeklyDose.of(booked, clock.instant()).forecast(),
                booked.stream()
                        .filter(booking -> booking.kind() != SessionKind.CHECK_IN)
                        .filter(booking -> booking.attendance().isEmpty() || booking.deliveredMinutes() > 0)
                        .map(booking -> booking.time().sessionOn())
                        .collect(Collectors.toSet()),
                authorizedWeeks
                        .of(client.id(), monday, client.preferences().maxDayMinutes())
                        .orElse(null));
    }

    private List<Missed> missed(Enrollment client, LocalDate weekStartingOn) {
        var ofWeek = bookings.ofEnrollment(client.id(), weekStartingOn);
        var madeUp = bookings.madeUp(ofWeek.stream().map(Booking::id).toList());
        var missed = ofWeek.stream()
                .filter(booking ->
                        !madeUp.contains(booking.id()) && booking.makeUpFor().isEmpty())
                .filter(booking -> booking.kind() != SessionKind.CHECK_IN)
                .filter(booking -> booking.attendance().isPresent() && booking.deliveredMinutes() == 0)
                .toList();
        Map<UUID, Session> ofMissed = sessions
                .withIds(missed.stream().map(Booking::sessionId).toList())
                .stream()
                .collect(Collectors.toMap(Session::id, Function.identity()));
        return missed.stream()
                .map(booking -> new Missed(
                        booking.id(),
                        booking.kind(),
                        booking.time().sessionOn(),
                        booking.time().plannedMinutes(),
                        Optional.ofNullable(ofMissed.get(booking.sessionId()))
                                .flatMap(Session::moduleCode)
                                .orElse(null)))
                .toList();
    }

    private Map<String, String> titles(Enrollment client) {
        var titles = new HashMap<String, String>();
        for (var series : allSeries.ofProgram(client.programId())) {
            series.curriculum().ifPresent(curriculum -> curriculum
                    .modules()
                    .forEach((CurriculumModule module) -> titles.putIfAbsent(module.code(), module.title())));
        }
        return titles;
    }

    static void requireMonday(String pointer, LocalDate day) {
        if (day.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw ProblemException.invalid(pointer, "must be a Monday");
        }
    }
}
