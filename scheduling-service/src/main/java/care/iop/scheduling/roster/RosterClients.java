package care.iop.scheduling.roster;

import care.iop.scheduling.clinician.Clinician;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.roster.engine.problem.Preferences;
import care.iop.scheduling.roster.engine.problem.RosterClient;
import care.iop.scheduling.roster.engine.problem.SessionToPlace;
import care.iop.scheduling.roster.engine.problem.WeekLimits;
import care.iop.scheduling.roster.engine.problem.WeeklyBand;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The clients of a week, as the engine is told of them. */
final class RosterClients {

    /** A usual day of treatment: as many days a week are aimed at as days of this length make up the week. */
    private static final int USUAL_DAY_MINUTES = 180;

    private static final int MINUTES_PER_WEEK = 7 * 24 * 60;

    private final WeekFrame frame;
    private final BookedWeek booked;
    private final Set<UUID> given;
    private final Map<String, Clinician> clinicians;
    private final ClientFacts facts;
    private final CurriculumPlan curricula;
    private final Map<String, SessionKind> sessionKinds = new HashMap<>();

    /** @param given who keeps what is booked */
    RosterClients(
            WeekFrame frame,
            BookedWeek booked,
            Set<UUID> given,
            List<Clinician> clinicians,
            ClientFacts facts,
            CurriculumPlan curricula) {
        this.frame = frame;
        this.booked = booked;
        this.given = Set.copyOf(given);
        this.clinicians = clinicians.stream()
                .collect(Collectors.toMap(clinician -> clinician.id().toString(), Function.identity()));
        this.facts = facts;
        this.curricula = curricula;
    }

    /** What each session to be placed is, by the engine's identifier, of the clients told so far. */
    Map<String, SessionKind> sessionKinds() {
        return sessionKinds;
    }

    /** Whether the engine has anything to know of the client. */
    boolean concerns(Enrollment client) {
        return given.contains(client.id()) || !client.prescription().sessions().isEmpty();
    }

    /** @param identifiers of all clients of whom the engine is told, as it is told of each */
    RosterClient told(Enrollment client, Map<UUID, Set<String>> identifiers) {
        var stays = given.contains(client.id());
        var preferences = client.preferences();
        var careTeam = known(preferences.careTeam(), clinicians.keySet());
        var primary = preferences.primaryClinicianId();
        var modality =
                preferences.modality() == null && client.prescribedModalities().size() == 1
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
                stays ? booked.isInGroup(client.id()) : needsGroup(client),
                new Preferences(
                        track == null || !frame.program().offers(track) ? null : track.name(),
                        modality == null ? null : EngineWords.of(modality),
                        preferences.ownGenderGroup(),
                        targetDays(client)),
                limits(client, stays),
                primary == null || !clinicians.containsKey(primary.toString()) ? null : primary.toString(),
                licensed(client, speaking(client, careTeam.isEmpty() ? clinicians.keySet() : careTeam)),
                availability(client).hours(),
                stays ? booked.sessionsAloneOf(client.id()) : sessionsToPlace(client),
                facts.noContact().getOrDefault(client.id(), Set.of()).stream()
                        .flatMap(other -> identifiers.getOrDefault(other, Set.of()).stream())
                        .collect(Collectors.toSet()),
                curricula.of(client.id()),
                preferences.languages());
    }

    /** Those who treat in a language of the client's; of whom nobody has said which, or when the client was not asked, any. */
    private Set<String> speaking(Enrollment client, Set<String> careTeam) {
        var languages = client.preferences().languages();
        if (languages.isEmpty()) {
            return careTeam;
        }
        return careTeam.stream()
                .filter(id -> {
                    var clinician = clinicians.get(id);
                    return clinician != null
                            && (clinician.languages().isEmpty()
                                    || !Collections.disjoint(clinician.languages(), languages));
                })
                .collect(Collectors.toSet());
    }

    /** By video only those treat the client who are licensed all week in the state where the client is. */
    private Set<String> licensed(Enrollment client, Set<String> careTeam) {
        var state = client.preferences().telehealthState() == null
                ? frame.program().state(null).orElse(null)
                : client.preferences().telehealthState();
        if (!client.preferences().telehealth() || state == null) {
            return careTeam;
        }
        return careTeam.stream()
                .filter(id -> {
                    var clinician = clinicians.get(id);
                    return clinician != null
                            && clinician.isLicensedIn(state, frame.startsOn())
                            && clinician.isLicensedIn(state, frame.endsOn());
                })
                .collect(Collectors.toSet());
    }

    /** What is booked already stays; what is decided keeps to the prescription and to what payers still allow. */
    private WeekLimits limits(Enrollment client, boolean stays) {
        var preferences = client.preferences();
        var allowed = facts.authorized().get(client.id());
        if (stays || allowed == null) {
            return new WeekLimits(
                    preferences.maxDays(),
                    preferences.maxDayMinutes(),
                    stays ? anything() : band(client),
                    WeekLimits.NOT_LIMITED,
                    WeekLimits.DAYS,
                    facts.weekendCheckInMinutes());
        }
        return new WeekLimits(
                preferences.maxDays(),
                preferences.maxDayMinutes(),
                band(client),
                allowed.days() == 0 ? 0 : allowed.minutes(),
                Math.max(1, allowed.days()),
                facts.weekendCheckInMinutes());
    }

    private static Set<String> known(Set<UUID> named, Set<String> known) {
        return named.stream().map(UUID::toString).filter(known::contains).collect(Collectors.toSet());
    }

    private static boolean needsGroup(Enrollment client) {
        return client.prescription().sessions().stream().anyMatch(s -> s.kind().isCohort());
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
                frame.isWhole() ? Math.min(atLeast, planned) : 0, Math.max(planned, client.prescribedMinutesPerWeek()));
    }

    private FreeHours availability(Enrollment client) {
        var hours = FreeHours.of(client.available())
                .without(client.busy().stream()
                        .map(busy -> FreeHours.window(busy.window()))
                        .toList())
                .without(booked.otherwiseBusy(client.id()));
        for (var day : DayOfWeek.values()) {
            if (frame.date(day).isBefore(client.admittedOn())) {
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
