package care.iop.scheduling.roster.engine;

import java.util.BitSet;

/** Whether the sessions of one week together take a clinician's break away, which none of them does alone. */
final class BreakGuard {

    private BreakGuard() {}

    /** Whether the week, not yet added, would leave the clinician without the break on the day. */
    static boolean takesPause(RosterState state, Week week, int clinician, int day) {
        if (!state.problem.clinicians.get(clinician).hasPause) {
            return false;
        }
        BitSet taken = new BitSet();
        for (SessionClass alike : state.problem.clients.get(week.client).classes) {
            for (int session : alike.sessions) {
                if (week.clinicians[session] == clinician && week.days[session] == day) {
                    taken.set(week.starts[session], week.starts[session] + alike.cells);
                }
            }
        }
        if (week.opener == clinician) {
            state.problem
                    .cohorts
                    .get(week.cohort)
                    .blocksOn(day)
                    .forEach(block -> taken.set(block.start(), block.end()));
        }
        return takesPause(state, clinician, day, taken);
    }

    /** Whether these cells of the day would leave the clinician without the break. */
    static boolean takesPause(RosterState state, int clinician, int day, BitSet taken) {
        IndexedClinician indexed = state.problem.clinicians.get(clinician);
        int run = 0;
        for (int t = indexed.pauseFrom; t < indexed.pauseUntil; t++) {
            int cell = state.cell(day, t);
            run = taken.get(t) || state.isBusy(clinician, cell) || indexed.engaged[cell] ? 0 : run + 1;
            if (run >= indexed.pauseCells) {
                return false;
            }
        }
        return true;
    }
}
