package care.iop.scheduling.roster;

import care.iop.scheduling.roster.engine.problem.Preferences;
import care.iop.scheduling.roster.engine.problem.RosterClient;
import care.iop.scheduling.roster.engine.problem.RosterClinician;
import care.iop.scheduling.roster.engine.problem.RosterCohort;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import care.iop.scheduling.roster.engine.problem.RosterRoom;
import care.iop.scheduling.roster.engine.problem.RosterTrack;
import care.iop.scheduling.roster.engine.problem.SessionToPlace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A program's week with other names, in the order in which everything comes: clients c1, c2, …, clinicians k1, …, groups g1, …,
 * rooms r1, …. So the week can be looked at outside without telling who it is; the tracks get the exchange format's letters.
 */
final class WeekInstance {

    private static final Map<String, String> TRACKS = Map.of("MORNING", "M", "AFTERNOON", "A", "EVENING", "E");

    private final Map<String, String> clients = new HashMap<>();
    private final Map<String, String> clinicians = new HashMap<>();
    private final RosterProblem week;

    private WeekInstance(RosterProblem week) {
        this.week = week;
        week.clients().forEach(client -> clients.put(client.id(), "c" + (clients.size() + 1)));
        week.clinicians().forEach(clinician -> clinicians.put(clinician.id(), "k" + (clinicians.size() + 1)));
    }

    /** The week with other names. */
    static RosterProblem of(RosterProblem week) {
        return new WeekInstance(week).renamed();
    }

    private RosterProblem renamed() {
        return new RosterProblem(
                week.startStepMinutes(),
                week.tracks().stream()
                        .map(track -> new RosterTrack(letter(track.id()), track.startMinute(), track.endMinute()))
                        .toList(),
                week.clinicians().stream().map(this::clinician).toList(),
                rooms(),
                cohorts(),
                week.clients().stream().map(this::client).toList(),
                week.weights());
    }

    private static String letter(String track) {
        return TRACKS.getOrDefault(track, track);
    }

    private RosterClinician clinician(RosterClinician clinician) {
        return new RosterClinician(
                name(clinicians, clinician.id()),
                clinician.credentials(),
                clinician.modalities(),
                clinician.availability(),
                clinician.maxMinutes(),
                clinician.targetMinutes());
    }

    private List<RosterRoom> rooms() {
        var rooms = week.rooms();
        return Stream.iterate(0, i -> i < rooms.size(), i -> i + 1)
                .map(i -> new RosterRoom("r" + (i + 1), rooms.get(i).type()))
                .toList();
    }

    private List<RosterCohort> cohorts() {
        var cohorts = week.cohorts();
        return Stream.iterate(0, i -> i < cohorts.size(), i -> i + 1)
                .map(i -> {
                    var cohort = cohorts.get(i);
                    return new RosterCohort(
                            "g" + (i + 1),
                            letter(cohort.trackId()),
                            cohort.slots(),
                            cohort.capacity(),
                            cohort.minSize(),
                            cohort.gender(),
                            cohort.traumaTrack(),
                            cohort.modality(),
                            cohort.tele(),
                            nameOrNull(clinicians, cohort.facilitatorId()));
                })
                .toList();
    }

    private RosterClient client(RosterClient client) {
        var track = client.preferences().trackId();
        var sessions = client.sessions();
        return new RosterClient(
                name(clients, client.id()),
                client.priority(),
                client.gender(),
                client.trauma(),
                client.teleOnly(),
                client.telehealth(),
                client.needsGroup(),
                new Preferences(
                        track == null ? null : letter(track),
                        client.preferences().modality(),
                        client.preferences().ownGenderGroup(),
                        client.preferences().targetDays()),
                client.limits(),
                nameOrNull(clinicians, client.primaryTherapistId()),
                names(clinicians, client.careTeam()),
                client.availability(),
                Stream.iterate(0, i -> i < sessions.size(), i -> i + 1)
                        .map(i -> new SessionToPlace(
                                name(clients, client.id()) + "s" + (i + 1),
                                sessions.get(i).kind(),
                                sessions.get(i).minutes()))
                        .toList(),
                names(clients, client.noContact()));
    }

    private static Set<String> names(Map<String, String> names, Set<String> ids) {
        return ids.stream().map(id -> name(names, id)).collect(Collectors.toSet());
    }

    private static String name(Map<String, String> names, String id) {
        return Objects.requireNonNull(names.get(id), "a problem names only what is in it");
    }

    private static @Nullable String nameOrNull(Map<String, String> names, @Nullable String id) {
        return id == null ? null : name(names, id);
    }
}
