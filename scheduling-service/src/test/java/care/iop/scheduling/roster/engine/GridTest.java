package care.iop.scheduling.roster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import care.iop.scheduling.roster.engine.problem.ClinicianDraft;
import care.iop.scheduling.roster.engine.problem.SampleWeek;
import care.iop.scheduling.roster.engine.problem.SessionKind;
import care.iop.scheduling.roster.engine.problem.WeekHours;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class GridTest {

    private static SampleWeek working(String window) {
        Consumer<ClinicianDraft> hours = t -> t.works(window);
        return new SampleWeek().clinician("T1", hours).clinician("T2", hours);
    }

    @Test
    void keepsOnlyTheHoursInWhichAnyoneWorks() {
        // given
        SampleWeek week = working("Mon 08:30-12:15");

        // when
        Grid grid = new Grid(week.problem());

        // then
        assertEquals(15, grid.cellMinutes());
        assertEquals(15, grid.cells());
        assertTrue(grid.holds(SampleWeek.window("Wed 08:30-12:15")));
        assertFalse(grid.holds(SampleWeek.window("Wed 08:15-12:15")));
        assertFalse(grid.holds(SampleWeek.window("Wed 08:30-12:30")));
    }

    @Test
    void cellsAreAsLongAsTheStepWhenEverythingFits() {
        // given
        SampleWeek week = working("Mon 08:30-12:15").startEvery(60).client("C1", c -> c.individual("I1"));

        // when
        Grid grid = new Grid(week.problem());

        // then
        assertEquals(60, grid.cellMinutes());
        assertEquals(SampleWeek.window("Mon 08:00-09:00"), grid.window(0, 0, 60));
        assertTrue(grid.mayStart(1));
    }

    @Test
    void cellsAreQuarterHoursWhenASessionIsShorterThanTheStep() {
        // given
        SampleWeek week = working("Mon 08:30-12:15")
                .startEvery(60)
                .client("C1", c -> c.session("M1", SessionKind.MEDICATION, 15));

        // when
        Grid grid = new Grid(week.problem());

        // then
        assertEquals(15, grid.cellMinutes());
        assertTrue(grid.mayStart(0), "08:00");
        assertFalse(grid.mayStart(2), "08:30");
        assertTrue(grid.mayStart(4), "09:00");
    }

    @Test
    void aCellIsWithinHoursOnlyWhenAllOfItIs() {
        // given
        Grid grid = new Grid(working("Mon 08:00-12:00").startEvery(60).problem());

        // when
        boolean[] within = grid.cellsWithin(WeekHours.of(SampleWeek.window("Tue 08:15-10:45")));

        // then
        assertFalse(within[grid.cells()], "08:00");
        assertTrue(within[grid.cells() + 1], "09:00");
        assertFalse(within[grid.cells() + 2], "10:00");
    }

    @Test
    void whatTouchesACellTakesAllOfIt() {
        // given
        Grid grid = new Grid(working("Mon 08:00-12:00").startEvery(60).problem());

        // when
        int first = grid.firstTouched(SampleWeek.window("Tue 08:45-09:15"));

        // then
        assertEquals(0, first);
        assertEquals(2, grid.afterTouched(SampleWeek.window("Tue 08:45-09:15")));
        assertEquals(4, grid.afterTouched(SampleWeek.window("Tue 08:45-20:00")), "the kept day ends before");
    }

    @Test
    void nobodyWorkingLeavesNoCells() {
        // given
        SampleWeek week =
                new SampleWeek().clinician("T1", ClinicianDraft::works).clinician("T2", ClinicianDraft::works);

        // when
        Grid grid = new Grid(week.problem());

        // then
        assertEquals(0, grid.cells());
    }
}
