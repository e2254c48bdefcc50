package care.iop.scheduling.roster;

import static java.nio.charset.StandardCharsets.UTF_8;

import care.iop.scheduling.roster.engine.problem.RosterClient;
import care.iop.scheduling.roster.engine.problem.RosterClinician;
import care.iop.scheduling.roster.engine.problem.RosterCohort;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import care.iop.scheduling.roster.engine.problem.RosterRoom;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A problem for tests with the service's kind of identifiers. */
final class NamedByUuid {

    private NamedByUuid() {}

    private static String name(String id) {
        return UUID.nameUUIDFromBytes(id.getBytes(UTF_8)).toString();
    }

    private static @Nullable String nameOrNull(@Nullable String id) {
        return id == null ? null : name(id);
    }

    private static Set<String> names(Set<String> ids) {
        return ids.stream().map(NamedByUuid::name).collect(Collectors.toSet());
    }

    static RosterProblem problem(RosterProblem problem) {
        return new RosterProblem(
                problem.startStepMinutes(),
                problem.tracks(),
                problem.clinicians().stream()
                        .map(each -> new RosterClinician(
                                name(each.id()),
                                each.credentials(),
                                each.modalities(),
                                each.availability(),
                                each.maxMinutes(),
                                each.targetMinutes(),
                                each.pause(),
                                each.engaged()))
                        .toList(),
                problem.rooms().stream()
                        .map(room -> new RosterRoom(name(room.id()), room.type()))
                        .toList(),
                problem.cohorts().stream()
                        .map(each -> new RosterCohort(
                                name(each.id()),
                                each.trackId(),
                                each.slots(),
                                each.capacity(),
                                each.minSize(),
                                each.gender(),
                                each.traumaTrack(),
                                each.modality(),
                                each.tele(),
                                nameOrNull(each.facilitatorId()),
                                each.modulesByWeek(),
                                each.language()))
                        .toList(),
                problem.clients().stream().map(NamedByUuid::client).toList(),
                problem.weights());
    }

    private static RosterClient client(RosterClient each) {
        return new RosterClient(
                name(each.id()),
                each.priority(),
                each.gender(),
                each.trauma(),
                each.teleOnly(),
                each.telehealth(),
                each.needsGroup(),
                each.preferences(),
                each.limits(),
                nameOrNull(each.primaryTherapistId()),
                names(each.careTeam()),
                each.availability(),
                each.sessions(),
                names(each.noContact()),
                each.curriculum(),
                each.languages());
    }
}
