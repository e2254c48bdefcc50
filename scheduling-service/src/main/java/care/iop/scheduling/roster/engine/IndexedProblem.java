package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.problem.RosterClient;
import care.iop.scheduling.roster.engine.problem.RosterClinician;
import care.iop.scheduling.roster.engine.problem.RosterCohort;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The problem with everyone known by position instead of id, on the grid. Never changes. */
final class IndexedProblem {

    final RosterProblem source;
    final Grid grid;
    final List<IndexedClinician> clinicians;
    final List<IndexedCohort> cohorts;
    final List<IndexedClient> clients;
    final Map<String, Integer> clinicianIndex;
    final Map<String, Integer> cohortIndex;
    final Map<String, Integer> clientIndex;

    /** By client, the clients whom they must not meet, whichever side has said so. */
    private final List<BitSet> noContact;

    IndexedProblem(RosterProblem source) {
        this.source = source;
        this.grid = new Grid(source);
        this.clinicianIndex = index(source.clinicians(), RosterClinician::id);
        this.cohortIndex = index(source.cohorts(), RosterCohort::id);
        this.clientIndex = index(source.clients(), RosterClient::id);
        int overtimeWeight = source.weights().overtime();
        this.clinicians = source.clinicians().stream()
                .map(clinician -> new IndexedClinician(clinician, grid, overtimeWeight))
                .toList();
        this.cohorts = source.cohorts().stream()
                .map(cohort -> new IndexedCohort(cohort, grid, source.clinicians(), clinicianIndex))
                .toList();
        this.clients = source.clients().stream()
                .map(client -> new IndexedClient(client, source, grid, clinicianIndex, cohorts))
                .toList();
        this.noContact = source.clients().stream().map(client -> new BitSet()).toList();
        for (RosterClient client : source.clients()) {
            int one = position(clientIndex, client.id());
            for (String otherId : client.noContact()) {
                int other = position(clientIndex, otherId);
                noContact.get(one).set(other);
                noContact.get(other).set(one);
            }
        }
    }

    private static <T> Map<String, Integer> index(List<T> all, Function<T, String> id) {
        Map<String, Integer> index = new HashMap<>();
        all.forEach(each -> index.put(id.apply(each), index.size()));
        return index;
    }

    /** Position of an id; refuses one that is not in the problem. */
    static int position(Map<String, Integer> index, String id) {
        Integer position = index.get(id);
        if (position == null) {
            throw new IllegalArgumentException(id + " is not in the problem.");
        }
        return position;
    }

    boolean mustNotMeet(int client, int other) {
        return noContact.get(client).get(other);
    }
}
