package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.problem.ClinicianBreak;
import care.iop.scheduling.roster.engine.problem.RosterClinician;
import care.iop.scheduling.roster.engine.problem.WeekWindow;

/** A clinician on the grid. */
final class IndexedClinician {

    final RosterClinician source;
    final boolean[] available;

    /** Cells with other appointments than the roster's. */
    final boolean[] engaged;

    /** Cells of a day within which the break lies and how many it takes; no cells when there is none. */
    final int pauseFrom;

    final int pauseUntil;
    final int pauseCells;

    /** Whether a break is agreed that appointments can take away. */
    final boolean hasPause;

    private final long overtimePerQuarter;

    IndexedClinician(RosterClinician source, Grid grid, int overtimeWeight) {
        this.source = source;
        this.available = grid.cellsWithin(source.availability());
        this.engaged = grid.cellsTouchedBy(source.engaged());
        this.overtimePerQuarter = overtimeWeight;
        ClinicianBreak pause = source.pause();
        this.hasPause = pause != null && !grid.leavesFree(pause);
        this.pauseFrom = pause == null ? 0 : grid.firstFrom(pause.fromMinute());
        this.pauseUntil = pause == null ? 0 : grid.afterUntil(pause.untilMinute());
        this.pauseCells = pause == null ? 0 : grid.cellsFor(pause.minutes());
    }

    /** Cost of working these minutes in the week; it grows ever faster, never slower. */
    long overtime(int minutes) {
        return WeekWindow.quarters(Math.max(0, minutes - source.targetMinutes())) * overtimePerQuarter;
    }
}
