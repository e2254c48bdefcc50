package care.iop.scheduling.roster.engine;

import java.util.ArrayList;
import java.util.List;

/** Facilitators and some clients' weeks as they were, so that a state can be put back. */
final class Snapshot {

    private final int[] facilitators;
    private final List<Week> weeks;

    private Snapshot(int[] facilitators, List<Week> weeks) {
        this.facilitators = facilitators;
        this.weeks = weeks;
    }

    /** Remembers all facilitators and the weeks of these clients. */
    static Snapshot of(RosterState state, Iterable<Integer> clients) {
        List<Week> weeks = new ArrayList<>();
        for (int client : clients) {
            Week week = state.weekOf(client);
            if (week != null) {
                weeks.add(week);
            }
        }
        return new Snapshot(state.facilitators(), weeks);
    }

    /** Puts the remembered back; nobody else's week may have changed in between. */
    void restore(RosterState state) {
        for (Week week : weeks) {
            if (state.weekOf(week.client) != null) {
                state.remove(week.client);
            }
        }
        for (int cohort = 0; cohort < facilitators.length; cohort++) {
            if (state.isOpen(cohort) && state.facilitatorOf(cohort) != facilitators[cohort]) {
                state.close(cohort);
            }
        }
        for (int cohort = 0; cohort < facilitators.length; cohort++) {
            if (!state.isOpen(cohort) && facilitators[cohort] != IndexedCohort.NO_FACILITATOR) {
                state.open(cohort, facilitators[cohort]);
            }
        }
        weeks.forEach(state::add);
    }
}
