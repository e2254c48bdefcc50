package care.iop.scheduling.roster.engine.problem;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A program's week to be rostered, in the program's local time. Ids are any text, unique among their kind; session ids
 * are unique in the whole problem. Who belongs to whom is checked here once, so that nobody has to doubt it later.
 *
 * @param startStepMinutes sessions start on multiples of this after midnight: 15, 30 or 60
 * @param published what has been told to everybody about this week, absent when nothing has
 */
public record RosterProblem(
        int startStepMinutes,
        List<RosterTrack> tracks,
        List<RosterClinician> clinicians,
        List<RosterRoom> rooms,
        List<RosterCohort> cohorts,
        List<RosterClient> clients,
        Weights weights,
        @Nullable PublishedWeek published) {

    /** Copies the lists; refuses repeated ids and references to what is not there. */
    public RosterProblem {
        tracks = List.copyOf(tracks);
        clinicians = List.copyOf(clinicians);
        rooms = List.copyOf(rooms);
        cohorts = List.copyOf(cohorts);
        clients = List.copyOf(clients);
        if (startStepMinutes != 15 && startStepMinutes != 30 && startStepMinutes != 60) {
            throw new IllegalArgumentException(
                    "Sessions must start every 15, 30 or 60 minutes, but not every " + startStepMinutes + ".");
        }
        Set<String> trackIds = unique("Track", tracks.stream(), RosterTrack::id);
        Set<String> clinicianIds = unique("Clinician", clinicians.stream(), RosterClinician::id);
        unique("Room", rooms.stream(), RosterRoom::id);
        unique("Cohort", cohorts.stream(), RosterCohort::id);
        Set<String> clientIds = unique("Client", clients.stream(), RosterClient::id);
        unique("Session", clients.stream().flatMap(c -> c.sessions().stream()), SessionToPlace::id);
        for (RosterCohort cohort : cohorts) {
            known("Cohort", cohort.id(), "track", cohort.trackId(), trackIds);
            known("Cohort", cohort.id(), "facilitator", cohort.facilitatorId(), clinicianIds);
        }
        for (RosterClient client : clients) {
            known("Client", client.id(), "track", client.preferences().trackId(), trackIds);
            known("Client", client.id(), "primary therapist", client.primaryTherapistId(), clinicianIds);
            client.careTeam().forEach(n -> known("Client", client.id(), "care team member", n, clinicianIds));
            client.noContact().forEach(o -> known("Client", client.id(), "no-contact client", o, clientIds));
        }
    }

    /** A week of which nothing has been published. */
    public RosterProblem(
            int startStepMinutes,
            List<RosterTrack> tracks,
            List<RosterClinician> clinicians,
            List<RosterRoom> rooms,
            List<RosterCohort> cohorts,
            List<RosterClient> clients,
            Weights weights) {
        this(startStepMinutes, tracks, clinicians, rooms, cohorts, clients, weights, null);
    }

    /** The same week after something has been published of it. */
    public RosterProblem after(PublishedWeek week) {
        return new RosterProblem(startStepMinutes, tracks, clinicians, rooms, cohorts, clients, weights, week);
    }

    private static <T> Set<String> unique(String kind, Stream<T> all, Function<T, String> id) {
        Set<String> seen = new HashSet<>();
        all.map(id).forEach(each -> {
            if (!seen.add(each)) {
                throw new IllegalArgumentException("%s %s is there twice.".formatted(kind, each));
            }
        });
        return seen;
    }

    private static void known(String kind, String id, String role, @Nullable String reference, Set<String> known) {
        if (reference != null && !known.contains(reference)) {
            throw new IllegalArgumentException(
                    "%s %s names %s %s, who is not in the problem. Maybe add it.".formatted(kind, id, role, reference));
        }
    }
}
