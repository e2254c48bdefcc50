package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.problem.RosterClinician;
import care.iop.scheduling.roster.engine.problem.WeekWindow;

/** A clinician on the grid. */
final class IndexedClinician {

    final RosterClinician source;
    final boolean[] available;
    private final long overtimePerQuarter;

    IndexedClinician(RosterClinician source, Grid grid, int overtimeWeight) {
        this.source = source;
        this.available = grid.cellsWithin(source.availability());
        this.overtimePerQuarter = overtimeWeight;
    }

    /** Cost of working these minutes in the week; it grows ever faster, never slower. */
    long overtime(int minutes) {
        return WeekWindow.quarters(Math.max(0, minutes - source.targetMinutes())) * overtimePerQuarter;
    }
}
