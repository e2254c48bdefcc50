package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.problem.RosterClinician;
import care.iop.scheduling.roster.engine.problem.RosterCohort;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A cohort on the grid. */
final class IndexedCohort {

    /** One weekly meeting: cells {@code start} to {@code end} (exclusive) of a day. */
    record Block(int day, int start, int end) {}

    static final int NO_FACILITATOR = -1;

    /** A published facilitator who is not among the clinicians any more. */
    static final int GONE = -2;

    final RosterCohort source;
    final List<Block> blocks;
    final int minutes;

    /** Clinicians who may lead it and work during all of its blocks; only the fixed one when one is fixed. */
    final int[] facilitators;

    /** Who leads the published group, {@link #NO_FACILITATOR} when it is not open there, {@link #GONE}. */
    final int publishedFacilitator;

    /** Whether all its blocks lie in hours in which any clinician works. */
    final boolean withinGrid;

    private final boolean fixed;
    private final List<List<Block>> blocksByDay;
    private final int[] minutesByDay = new int[Grid.DAYS];

    /**
     * @param fixedFacilitator the only one who may lead it, {@link #NO_FACILITATOR} when that is for the search to decide
     */
    IndexedCohort(
            RosterCohort source,
            Grid grid,
            List<RosterClinician> clinicians,
            int fixedFacilitator,
            int publishedFacilitator) {
        this.source = source;
        this.minutes = source.weeklyMinutes();
        this.withinGrid = source.slots().stream().allMatch(grid::holds);
        this.blocks = source.slots().stream()
                .map(slot -> new Block(Grid.dayIndex(slot.day()), grid.firstTouched(slot), grid.afterTouched(slot)))
                .toList();
        this.fixed = fixedFacilitator != NO_FACILITATOR;
        this.publishedFacilitator = publishedFacilitator;
        this.facilitators = IntStream.range(0, clinicians.size())
                .filter(n -> mayLead(clinicians.get(n)))
                .filter(n -> !fixed || fixedFacilitator == n)
                .toArray();
        List<List<Block>> byDay = new ArrayList<>();
        for (int d = 0; d < Grid.DAYS; d++) {
            int day = d;
            byDay.add(blocks.stream().filter(block -> block.day() == day).toList());
        }
        this.blocksByDay = List.copyOf(byDay);
        for (WeekWindow slot : source.slots()) {
            minutesByDay[Grid.dayIndex(slot.day())] += slot.minutes();
        }
    }

    private boolean mayLead(RosterClinician clinician) {
        return clinician.mayFacilitate(source) && source.slots().stream().allMatch(clinician.availability()::covers);
    }

    /** Whether it is not for the search to close it or to let someone else lead it. */
    boolean isFixed() {
        return fixed;
    }

    List<Block> blocksOn(int day) {
        return blocksByDay.get(day);
    }

    int minutesOn(int day) {
        return minutesByDay[day];
    }
}
