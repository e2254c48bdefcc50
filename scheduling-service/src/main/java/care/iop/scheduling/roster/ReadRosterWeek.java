package care.iop.scheduling.roster;

import care.iop.scheduling.authorization.AuthorizedWeek;
import care.iop.scheduling.authorization.AuthorizedWeeks;
import care.iop.scheduling.booking.AttendanceRules;
import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.booking.Bookings;
import care.iop.scheduling.clinician.Clinician;
import care.iop.scheduling.clinician.Clinicians;
import care.iop.scheduling.clinician.TimeOff;
import care.iop.scheduling.clinician.TimesOff;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.enrollment.Enrollments;
import care.iop.scheduling.enrollment.NoContactPairs;
import care.iop.scheduling.program.Program;
import care.iop.scheduling.program.Programs;
import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.program.TrackHours;
import care.iop.scheduling.room.Room;
import care.iop.scheduling.room.RoomType;
import care.iop.scheduling.room.Rooms;
import care.iop.scheduling.roster.engine.problem.Preferences;
import care.iop.scheduling.roster.engine.problem.RosterClient;
import care.iop.scheduling.roster.engine.problem.RosterClinician;
import care.iop.scheduling.roster.engine.problem.RosterCohort;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import care.iop.scheduling.roster.engine.problem.RosterRoom;
import care.iop.scheduling.roster.engine.problem.RosterTrack;
import care.iop.scheduling.roster.engine.problem.SessionToPlace;
import care.iop.scheduling.roster.engine.problem.WeekLimits;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import care.iop.scheduling.roster.engine.problem.WeeklyBand;
import care.iop.scheduling.roster.engine.problem.Weights;
import care.iop.scheduling.session.AllSessionSeries;
import care.iop.scheduling.session.Occurrence;
import care.iop.scheduling.session.SessionSeries;
import care.iop.scheduling.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a program's week from the database as the engine is asked it. */
@ApplicationScoped
class ReadRosterWeek {

    /** The grid of the product. */
    private static final int START_STEP_MINUTES = 15;

    /** A usual day of treatment: as many days a week are aimed at as days of this length make up the week. */
    private static final int USUAL_DAY_MINUTES = 180;

    private static final int MINUTES_PER_WEEK = 7 * 24 * 60;

    private final Programs programs;
    private final Clinicians clinicians;
    private final Rooms rooms;
    private final AllSessionSeries allSeries;
    private final Sessions sessions;
    private final Enrollments enrollments;
    private final Bookings bookings;
    private final AuthorizedWeeks authorizedWeeks;
    private final AttendanceRules rules;
    private final Clock clock;
    private final TimesOff timesOff;
    private final NoContactPairs noContactPairs;

    ReadRosterWeek(
            Programs programs,
            Clinicians clinicians,
            Rooms rooms,
            AllSessionSeries allSeries,
            Sessions sessions,
            Enrollments enrollments,
            Bookings bookings,
            AuthorizedWeeks authorizedWeeks,
            AttendanceRules rules,
            Clock clock,
            TimesOff timesOff,
            NoContactPairs noContactPairs) {
        this.programs = programs;
        this.clinicians = clinicians;
        this.rooms = rooms;
        this.allSeries = allSeries;
        this.sessions = sessions;
        this.enrollments = enrollments;
        this.bookings = bookings;
        this.authorizedWeeks = authorizedWeeks;
        this.rules = rules;
        this.clock = clock;
        this.timesOff = timesOff;
        this.noContactPairs = noContactPairs;
    }

    /** The week as it stands in the caller's transaction, with those booked clients given who are not to be decided anew. */
    RosterWeek read(UUID programId, LocalDate weekStartingOn, RosterScope scope) {
        return switch (scope) {
            case REMAINING, REPLAN -> read(programId, weekStartingOn, booked -> true);
            case WHOLE -> {
                var decidable = enrollments.activeIn(programId).stream()
                        .map(Enrollment::id)
                        .collect(Collectors.toSet());
                var from = clock.instant().plus(rules.notice());
                yield read(
                        programId,
                        weekStartingOn,
                        booked -> !decidable.contains(booked.enrollmentId())
                                || booked.attendance().isPresent()
                                || booked.time().startsAt().isBefore(from));
            }
        };
    }

    /** The week in which one client is decided anew, whatever the client has booked. */
    RosterWeek readWithout(UUID programId, LocalDate weekStartingOn, UUID enrollmentId) {
        return read(programId, weekStartingOn, booked -> !booked.enrollmentId().equals(enrollmentId));
    }

    /**
     * The week as it stands in the caller's transaction.
     *
     * @param fixes whether a booking keeps its client's whole week as it is
     */
    private RosterWeek read(UUID programId, LocalDate weekStartingOn, Predicate<Booking> fixes) {
        var program = programs.require(programId);
        var series = allSeries.ofProgram(programId).stream()
                .filter(candidate -> candidate.kind().isCohort())
                .toList();
        Map<UUID, List<Occurrence>> occurrences = new HashMap<>();
        for (var candidate : series) {
            occurrences.put(candidate.id(), candidate.occurrences(program, weekStartingOn, weekStartingOn.plusDays(6)));
        }
        var published = new PublishedWeek(
                sessions.ofWeek(programId, weekStartingOn), bookings.ofWeek(programId, weekStartingOn));
        var given = published.withoutClients(published.clientsWithout(fixes));
        var booked = new BookedWeek(given.sessions(), given.bookings(), series, occurrences);
        var cohorts = series.stream()
                .filter(candidate ->
                        !occurrences.getOrDefault(candidate.id(), List.of()).isEmpty())
                .filter(candidate -> !booked.isPartlyScheduled(candidate.id()))
                .filter(candidate -> occurrences.getOrDefault(candidate.id(), List.of()).stream()
                        .allMatch(meeting -> liesInProgramsDay(program, meeting)))
                .toList();
        var all = clinicians.ofProgram(programId);
        var site = rooms.ofProgram(programId).stream()
                .filter(room -> room.isInUseOn(weekStartingOn.plusDays(6)))
                .toList();
        var clients = clients(programId, booked);
        return new Reading(
                        program,
                        weekStartingOn,
                        published,
                        booked,
                        new PlainNames(all, site, series),
                        timesOff.of(
                                all.stream().map(Clinician::id).toList(), weekStartingOn, weekStartingOn.plusDays(6)),
                        noContactPairs.inForceOf(
                                clients.stream().map(Enrollment::id).toList()),
                        authorizedWeeks.of(
                                clients.stream().collect(Collectors.toMap(Enrollment::id, client -> client.preferences()
                                        .maxDayMinutes())),
                                weekStartingOn))
                .read(all, site, cohorts, occurrences, clients);
    }

    /** A site far away may have a meeting that reaches over the program's midnight: the engine's days don't hold it. */
    private static boolean liesInProgramsDay(Program program, Occurrence meeting) {
        var lastMinute =
                meeting.endsAt().minusSeconds(60).atZone(program.zone()).toLocalDate();
        return meeting.startsAt().atZone(program.zone()).toLocalDate().equals(meeting.sessionOn())
                && lastMinute.equals(meeting.sessionOn());
    }

    /** The meeting in the program's local time, whatever its site's is. */
    private static WeekWindow window(Program program, Occurrence meeting) {
        var start = meeting.startsAt().atZone(program.zone()).toLocalTime();
        return WeekWindow.of(
                meeting.sessionOn().getDayOfWeek(),
                start,
                start.plus(Duration.between(meeting.startsAt(), meeting.endsAt())));
    }

    /** Those who can be scheduled, and those who are: a client who moved to another program keeps the seats taken here. */
    private List<Enrollment> clients(UUID programId, BookedWeek booked) {
        return Stream.concat(
                        enrollments.activeIn(programId).stream(), enrollments.withIds(booked.alreadyBooked()).stream())
                .distinct()
                .toList();
    }

    /** One reading of one week. */
    private static final class Reading {

        private final Program program;
        private final LocalDate weekStartingOn;
        private final PublishedWeek published;
        private final BookedWeek booked;
        private final PlainNames names;
        private final List<TimeOff> timesOff;
        private final Map<UUID, Set<UUID>> noContact;
        private final Map<UUID, AuthorizedWeek> authorized;
        private final Set<UUID> alreadyBooked;
        private final List<DayOfWeek> closedDays;
        private final Map<String, SessionKind> sessionKinds = new HashMap<>();

        private final Map<UUID, Clinician> clinicians = new HashMap<>();
        private final Map<SessionSeries, List<Occurrence>> led = new HashMap<>();

        Reading(
                Program program,
                LocalDate weekStartingOn,
                PublishedWeek published,
                BookedWeek booked,
                PlainNames names,
                List<TimeOff> timesOff,
                Map<UUID, Set<UUID>> noContact,
                Map<UUID, AuthorizedWeek> authorized) {
            this.authorized = authorized;
            this.names = names;
            this.published = published;
            this.program = program;
            this.weekStartingOn = weekStartingOn;
            this.booked = booked;
            this.timesOff = timesOff;
            this.noContact = noContact;
            this.alreadyBooked = booked.alreadyBooked();
            this.closedDays = Stream.of(DayOfWeek.values())
                    .filter(day -> program.isClosedOn(weekStartingOn.plusDays(day.getValue() - 1L)))
                    .toList();
        }

        RosterWeek read(
                List<Clinician> clinicians,
                List<Room> rooms,
                List<SessionSeries> cohorts,
                Map<UUID, List<Occurrence>> occurrences,
                List<Enrollment> enrollments) {
            var clients = enrollments.stream()
                    .filter(client -> alreadyBooked.contains(client.id())
                            || !client.prescription().sessions().isEmpty())
                    .toList();
            clinicians.forEach(clinician -> this.clinicians.put(clinician.id(), clinician));
            cohorts.forEach(series -> led.put(series, occurrences.getOrDefault(series.id(), List.of())));
            var ids = clients.stream().map(client -> client.id().toString()).collect(Collectors.toSet());
            var clinicianIds = clinicians.stream()
                    .map(clinician -> clinician.id().toString())
                    .collect(Collectors.toSet());
            var problem = new RosterProblem(
                    START_STEP_MINUTES,
                    program.tracks().stream().map(Reading::track).toList(),
                    clinicians.stream().map(this::clinician).toList(),
                    rooms.stream()
                            .map(room -> new RosterRoom(room.id().toString(), EngineWords.of(room.type())))
                            .toList(),
                    cohorts.stream()
                            .map(series -> cohort(series, occurrences.getOrDefault(series.id(), List.of()), rooms))
                            .toList(),
                    clients.stream()
                            .map(client -> client(client, ids, clinicianIds))
                            .toList(),
                    Weights.DEFAULT);
            return new RosterWeek(
                    program.id(),
                    weekStartingOn,
                    program.zone(),
                    problem,
                    booked.given(),
                    alreadyBooked.stream().map(UUID::toString).collect(Collectors.toSet()),
                    clients.stream()
                            .collect(Collectors.toMap(client -> client.id().toString(), Function.identity())),
                    cohorts.stream()
                            .collect(Collectors.toMap(
                                    series -> series.id().toString(),
                                    series -> occurrences.getOrDefault(series.id(), List.of()))),
                    cohorts.stream()
                            .collect(Collectors.toMap(series -> series.id().toString(), SessionSeries::kind)),
                    sessionKinds,
                    published,
                    names);
        }

        private static RosterTrack track(TrackHours hours) {
            return new RosterTrack(
                    hours.track().name(),
                    hours.from().toSecondOfDay() / 60,
                    hours.until().toSecondOfDay() / 60);
        }

        private RosterClinician clinician(Clinician clinician) {
            var otherwiseBusy = booked.clinicianOtherwiseBusy(clinician.id());
            var hours = FreeHours.of(clinician.workingHours())
                    .without(clinician.breaks().stream().map(FreeHours::window).toList())
                    .without(otherwiseBusy)
                    .without(substitutes(clinician.id()));
            for (var day : DayOfWeek.values()) {
                var date = weekStartingOn.plusDays(day.getValue() - 1L);
                if (closedDays.contains(day) || !clinician.isActiveOn(date)) {
                    hours = hours.without(day);
                }
                for (var timeOff : timesOff) {
                    if (timeOff.clinicianId().equals(clinician.id())) {
                        hours = hours.without(
                                timeOff.on(date).map(FreeHours::window).stream().toList());
                    }
                }
            }
            hours = hours.with(replaced(clinician.id()));
            var minutesGone =
                    otherwiseBusy.stream().mapToInt(WeekWindow::minutes).sum();
            return new RosterClinician(
                    clinician.id().toString(),
                    clinician.credentials().stream().map(EngineWords::of).collect(Collectors.toSet()),
                    clinician.modalities().stream().map(EngineWords::of).collect(Collectors.toSet()),
                    hours.hours(),
                    Math.max(0, clinician.maxWeeklyMinutes() - minutesGone),
                    Math.max(0, clinician.targetWeeklyMinutes() - minutesGone));
        }

        /** When a clinician leads single meetings in place of whoever leads the group. */
        private List<WeekWindow> substitutes(UUID clinicianId) {
            return led.entrySet().stream()
                    .flatMap(group -> group.getValue().stream()
                            .filter(meeting -> clinicianId.equals(meeting.facilitatorId())
                                    && !clinicianId.equals(
                                            group.getKey().facilitatorId().orElse(null)))
                            .map(meeting -> window(program, meeting)))
                    .toList();
        }

        /** Meetings of a clinician's own groups that somebody else leads: they stand in nobody's way, whatever the hours are. */
        private List<WeekWindow> replaced(UUID clinicianId) {
            return led.entrySet().stream()
                    .filter(group ->
                            clinicianId.equals(group.getKey().facilitatorId().orElse(null)))
                    .flatMap(group -> group.getValue().stream()
                            .filter(meeting -> !clinicianId.equals(meeting.facilitatorId()))
                            .map(meeting -> window(program, meeting)))
                    .toList();
        }

        private RosterCohort cohort(SessionSeries series, List<Occurrence> meetings, List<Room> rooms) {
            var capacity = Math.max(1, Math.min(series.capacity(), seats(series, rooms)));
            return new RosterCohort(
                    series.id().toString(),
                    series.track().name(),
                    meetings.stream().map(meeting -> window(program, meeting)).toList(),
                    capacity,
                    Math.min(series.minimumSize(), capacity),
                    EngineWords.of(series.gender()),
                    series.trauma(),
                    EngineWords.of(series.modality()),
                    series.tele(),
                    booked.facilitatorOf(series.id())
                            .or(series::facilitatorId)
                            .map(UUID::toString)
                            .orElse(null));
        }

        /** To the engine the group rooms are alike, so the smallest decides; one chair is the facilitator's. */
        private static int seats(SessionSeries series, List<Room> rooms) {
            return series.tele()
                    ? series.capacity()
                    : rooms.stream()
                            .filter(room -> room.type() == RoomType.GROUP)
                            .mapToInt(room -> room.capacity() - 1)
                            .min()
                            .orElse(series.capacity());
        }

        private RosterClient client(Enrollment client, Set<String> everybody, Set<String> clinicianIds) {
            var given = alreadyBooked.contains(client.id());
            var preferences = client.preferences();
            var careTeam = known(preferences.careTeam(), clinicianIds);
            var primary = preferences.primaryClinicianId();
            var modality = preferences.modality() == null
                            && client.prescribedModalities().size() == 1
                    ? client.prescribedModalities().iterator().next()
                    : preferences.modality();
            var track = preferences.track();
            return new RosterClient(
                    client.id().toString(),
                    preferences.priority(),
                    EngineWords.of(preferences.gender()),
                    preferences.trauma(),
                    preferences.teleOnly(),
                    preferences.telehealth(),
                    given ? booked.isInGroup(client.id()) : needsGroup(client),
                    new Preferences(
                            track == null || !program.offers(track) ? null : track.name(),
                            modality == null ? null : EngineWords.of(modality),
                            preferences.ownGenderGroup(),
                            targetDays(client)),
                    limits(client, given),
                    primary == null || !clinicianIds.contains(primary.toString()) ? null : primary.toString(),
                    licensed(client, careTeam.isEmpty() ? clinicianIds : careTeam),
                    availability(client).hours(),
                    given ? booked.sessionsAloneOf(client.id()) : sessionsToPlace(client),
                    known(noContact.getOrDefault(client.id(), Set.of()), everybody));
        }

        /** By video only those treat the client who are licensed all week in the state where the client is. */
        private Set<String> licensed(Enrollment client, Set<String> careTeam) {
            var state = client.preferences().telehealthState() == null
                    ? program.state(null).orElse(null)
                    : client.preferences().telehealthState();
            if (!client.preferences().telehealth() || state == null) {
                return careTeam;
            }
            return careTeam.stream()
                    .filter(id -> {
                        var clinician = clinicians.get(UUID.fromString(id));
                        return clinician != null
                                && clinician.isLicensedIn(state, weekStartingOn)
                                && clinician.isLicensedIn(state, weekStartingOn.plusDays(6));
                    })
                    .collect(Collectors.toSet());
        }

        /** What is booked already stays; what is decided keeps to the prescription and to what payers still allow. */
        private WeekLimits limits(Enrollment client, boolean given) {
            var preferences = client.preferences();
            var allowed = authorized.get(client.id());
            if (given || allowed == null) {
                return new WeekLimits(
                        preferences.maxDays(), preferences.maxDayMinutes(), given ? anything() : band(client));
            }
            return new WeekLimits(
                    preferences.maxDays(),
                    preferences.maxDayMinutes(),
                    band(client),
                    allowed.days() == 0 ? 0 : allowed.minutes(),
                    Math.max(1, allowed.days()),
                    0);
        }

        private static Set<String> known(Set<UUID> named, Set<String> known) {
            return named.stream().map(UUID::toString).filter(known::contains).collect(Collectors.toSet());
        }

        private static boolean needsGroup(Enrollment client) {
            return client.prescription().sessions().stream()
                    .anyMatch(s -> s.kind().isCohort());
        }

        private static int targetDays(Enrollment client) {
            var wished = client.preferences().targetDays();
            if (wished != null) {
                return wished;
            }
            var minutes = client.prescription().minutesPerWeek();
            return Math.max(
                    1, Math.min(client.preferences().maxDays(), (minutes + USUAL_DAY_MINUTES - 1) / USUAL_DAY_MINUTES));
        }

        private static WeeklyBand anything() {
            return new WeeklyBand(0, MINUTES_PER_WEEK);
        }

        /** Never above what is prescribed; not below the level's minimum unless the program is closed on a day. */
        private WeeklyBand band(Enrollment client) {
            var planned = client.prescription().minutesPerWeek();
            var atLeast =
                    switch (client.levelOfCare()) {
                        case "2.1" -> WeeklyBand.LEVEL_2_1.minMinutes();
                        case "2.5" -> WeeklyBand.LEVEL_2_5.minMinutes();
                        default -> 0;
                    };
            return new WeeklyBand(
                    closedDays.isEmpty() ? Math.min(atLeast, planned) : 0,
                    Math.max(planned, client.prescribedMinutesPerWeek()));
        }

        private FreeHours availability(Enrollment client) {
            var hours = FreeHours.of(client.available())
                    .without(client.busy().stream()
                            .map(busy -> FreeHours.window(busy.window()))
                            .toList())
                    .without(booked.otherwiseBusy(client.id()));
            for (var day : DayOfWeek.values()) {
                if (weekStartingOn.plusDays(day.getValue() - 1L).isBefore(client.admittedOn())) {
                    hours = hours.without(day);
                }
            }
            return hours;
        }

        private List<SessionToPlace> sessionsToPlace(Enrollment client) {
            var toPlace = new ArrayList<SessionToPlace>();
            for (var prescribed : client.prescription().sessions()) {
                if (prescribed.kind().isPlacedForOneClient()) {
                    for (int i = 0; i < prescribed.timesPerWeek(); i++) {
                        var id = "%s/%s/%d".formatted(client.id(), prescribed.kind(), toPlace.size());
                        sessionKinds.put(id, prescribed.kind());
                        toPlace.add(new SessionToPlace(id, EngineWords.of(prescribed.kind()), prescribed.minutes()));
                    }
                }
            }
            return toPlace;
        }
    }
}
