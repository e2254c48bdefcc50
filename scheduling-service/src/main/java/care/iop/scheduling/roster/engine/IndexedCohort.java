package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.problem.RosterClinician;
import care.iop.scheduling.roster.engine.problem.RosterCohort;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A cohort on the grid. */
final class IndexedCohort {

    /** One weekly meeting: cells {@code start} to {@code end} (exclusive) of a day. */
    record Block(int day, int start, int end) {}

    static final int NO_FACILITATOR = -1;

    final RosterCohort source;
    final List<Block> blocks;
    final int minutes;

    /** Clinicians who may lead it and work during all of its blocks; only the fixed one when one is fixed. */
    final int[] facilitators;

    /** Whether all its blocks lie in hours in which any clinician works. */
    final boolean withinGrid;

    private final List<List<Block>> blocksByDay;

    IndexedCohort(
            RosterCohort source, Grid grid, List<RosterClinician> clinicians, Map<String, Integer> clinicianIndex) {
        this.source = source;
        this.minutes = source.weeklyMinutes();
        this.withinGrid = source.slots().stream().allMatch(grid::holds);
        this.blocks = source.slots().stream()
                .map(slot -> new Block(Grid.dayIndex(slot.day()), grid.firstTouched(slot), grid.afterTouched(slot)))
                .toList();
        this.facilitators = IntStream.range(0, clinicians.size())
                .filter(n -> mayLead(clinicians.get(n)))
                .filter(n -> source.facilitatorId() == null
                        || IndexedProblem.position(clinicianIndex, source.facilitatorId()) == n)
                .toArray();
        List<List<Block>> byDay = new ArrayList<>();
        for (int d = 0; d < Grid.DAYS; d++) {
            int day = d;
            byDay.add(blocks.stream().filter(block -> block.day() == day).toList());
        }
        this.blocksByDay = List.copyOf(byDay);
    }

    private boolean mayLead(RosterClinician clinician) {
        return clinician.mayFacilitate(source) && source.slots().stream().allMatch(clinician.availability()::covers);
    }

    boolean isFixed() {
        return source.facilitatorId() != null;
    }

    List<Block> blocksOn(int day) {
        return blocksByDay.get(day);
    }

    int minutesOn(int day) {
        int onDay = 0;
        for (WeekWindow slot : source.slots()) {
            onDay += Grid.dayIndex(slot.day()) == day ? slot.minutes() : 0;
        }
        return onDay;
    }

    int days() {
        return (int) blocksByDay.stream().filter(onDay -> !onDay.isEmpty()).count();
    }
}
