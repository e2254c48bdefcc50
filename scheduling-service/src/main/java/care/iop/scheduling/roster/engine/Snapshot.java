package care.iop.scheduling.roster.engine;

import org.jspecify.annotations.Nullable;

/** A whole roster as it was, so that a state can be put back to it. */
final class Snapshot {

    private final int[] facilitators;
    private final @Nullable Week[] weeks;
    private final long cost;

    private Snapshot(int[] facilitators, @Nullable Week[] weeks, long cost) {
        this.facilitators = facilitators;
        this.weeks = weeks;
        this.cost = cost;
    }

    static Snapshot of(RosterState state) {
        return new Snapshot(state.facilitators(), state.weeks(), state.cost());
    }

    long cost() {
        return cost;
    }

    /** Puts the state back; only what differs is touched. */
    void restore(RosterState state) {
        boolean[] differs = new boolean[weeks.length];
        for (int client = 0; client < weeks.length; client++) {
            Week now = state.weekOf(client);
            Week then = weeks[client];
            boolean groupChanges = now != null
                    && now.cohort != Week.NONE
                    && facilitators[now.cohort] != state.facilitatorOf(now.cohort);
            differs[client] = now != then || groupChanges;
            if (differs[client] && now != null) {
                state.remove(client);
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
        for (int client = 0; client < weeks.length; client++) {
            Week then = weeks[client];
            if (differs[client] && then != null) {
                state.add(then);
            }
        }
    }
}
