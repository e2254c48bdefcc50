package care.iop.scheduling.roster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long the search cools down, and how warm it is meanwhile. */
class CoolingTest {

    private static final int CLIENTS = 10;

    /** Steps after which ten clients have cooled down when there are plenty. */
    private static final long COOLED = 50_000;

    private static Cooling byStepsOf(long steps, boolean always) {
        return new Cooling(new Limits(steps, Duration.ofMinutes(1), 1), CLIENTS, always);
    }

    private static Cooling byTimeOf(Duration time) {
        return new Cooling(new Limits(Limits.ANY_STEPS, time, 1), CLIENTS, false);
    }

    @Test
    void takesTheWholeSearchWhenThereAreNoMoreStepsThanItNeeds() {
        // given
        Cooling cooling = byStepsOf(COOLED, false);

        // when, then
        assertEquals(0, cooling.progress(0, 0));
        assertEquals(0.5, cooling.progress(COOLED / 2, 0));
        assertEquals(1, cooling.progress(COOLED, 0));
    }

    @Test
    void isOverAfterTheStepsItNeedsWhenThereAreMore() {
        // given
        Cooling cooling = byStepsOf(2 * COOLED, false);

        // when, then
        assertEquals(0.5, cooling.progress(COOLED / 2, 0));
        assertEquals(1, cooling.progress(COOLED, 0));
        assertEquals(1, cooling.progress(2 * COOLED, 0));
    }

    @Test
    void takesAtLeastThreeTenthsOfALongSearch() {
        // given
        Cooling cooling = byStepsOf(100 * COOLED, false);

        // when, then
        assertEquals(0.5, cooling.progress(15 * COOLED, 0), 1e-9);
        assertEquals(1, cooling.progress(30 * COOLED, 0), 1e-9);
    }

    @Test
    void takesTheWholeSearchWhenGroupsCannotChange() {
        // given
        Cooling cooling = byStepsOf(100 * COOLED, true);

        // when, then
        assertEquals(0.5, cooling.progress(50 * COOLED, 0));
    }

    @Test
    void followsTheTimeWhenStepsAreNotLimited() {
        // given: so many steps a second that there will be twice as many as it needs
        Cooling cooling = byTimeOf(Duration.ofSeconds(20));

        // when, then
        assertEquals(0, cooling.progress(0, 0));
        assertEquals(0.5, cooling.progress(COOLED / 2, Duration.ofSeconds(5).toNanos()), 1e-9);
        assertEquals(1, cooling.progress(COOLED, Duration.ofSeconds(10).toNanos()), 1e-9);
    }

    @Test
    void goesFromAFewPointsDownToHalfAPoint() {
        // given
        Cooling cooling = byStepsOf(COOLED, false);

        // when, then: in quarter points
        assertEquals(15, cooling.temperature(0, 0), 1e-9);
        assertEquals(Math.sqrt(15 * 2), cooling.temperature(COOLED / 2, 0), 1e-9);
        assertEquals(2, cooling.temperature(COOLED, 0), 1e-9);
    }
}
