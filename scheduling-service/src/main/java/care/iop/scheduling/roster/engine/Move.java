package care.iop.scheduling.roster.engine;

import org.jspecify.annotations.Nullable;

/**
 * A step of the search that was kept: whose weeks changed from what to what, and which cohorts were opened, closed or led
 * anew, with who led them and who does.
 */
final class Move {

    private final Week[] before;
    private final Week[] after;
    private final int[] cohorts;
    private final int[] leadersBefore;
    private final int[] leadersAfter;

    Move(Week[] before, Week[] after, int[] cohorts, int[] leadersBefore, int[] leadersAfter) {
        this.before = before;
        this.after = after;
        this.cohorts = cohorts;
        this.leadersBefore = leadersBefore;
        this.leadersAfter = leadersAfter;
    }

    /**
     * Does to another state what has been done to the one in which the move was found, when that is possible there and costs
     * no more than it should.
     *
     * @param mostAdded the most that it may add to the state's cost
     */
    void replay(RosterState state, long mostAdded) {
        for (Week week : before) {
            if (state.weekOf(week.client) != week) {
                return;
            }
        }
        for (int i = 0; i < cohorts.length; i++) {
            if (state.facilitatorOf(cohorts[i]) != leadersBefore[i]) {
                return;
            }
        }
        long cost = state.cost();
        state.mark();
        for (Week week : before) {
            state.remove(week.client);
        }
        int added = 0;
        boolean possible = lead(state);
        while (possible && added < after.length) {
            possible = state.canAdd(after[added]);
            if (possible) {
                state.add(after[added++]);
            }
        }
        if (!possible || state.cost() - cost > mostAdded) {
            for (int i = 0; i < added; i++) {
                state.remove(after[i].client);
            }
            state.undoOpenings();
            for (Week week : before) {
                state.add(week);
            }
        }
    }

    private boolean lead(RosterState state) {
        for (int cohort : cohorts) {
            if (state.isOpen(cohort)) {
                if (!state.membersOf(cohort).isEmpty()) {
                    return false;
                }
                state.close(cohort);
            }
        }
        for (int i = 0; i < cohorts.length; i++) {
            if (leadersAfter[i] != IndexedCohort.NO_FACILITATOR) {
                if (!state.canLead(leadersAfter[i], cohorts[i]) || !state.hasRoomsFor(cohorts[i])) {
                    return false;
                }
                state.open(cohorts[i], leadersAfter[i]);
            }
        }
        return true;
    }

    /** A week of a client, absent only before everyone has one. */
    static Week present(@Nullable Week week) {
        if (week == null) {
            throw new IllegalStateException("A client has no week yet.");
        }
        return week;
    }
}
