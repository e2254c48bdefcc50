package care.iop.scheduling.roster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import care.iop.scheduling.roster.engine.problem.PlacedSession;
import care.iop.scheduling.roster.engine.problem.Roster;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeveralWeeksTest {

    private static final Limits LIMITS = new Limits(200, Duration.ofMinutes(1), 3);

    private final RosterEngine engine = new RosterEngine();

    private static SampleWeek week() {
        return new SampleWeek()
                .client("C1", c -> c.primary(null).individual("I1").individual("I2"))
                .client("C2", c -> c.primary(null).individual("I3"));
    }

    @Test
    void fourLikeWeeksAreOneWeekFourTimes() {
        // given
        RosterProblem week = week().problem();

        // when
        List<RosterResult> weeks = engine.solveWeeks(List.of(week, week, week, week), LIMITS);

        // then
        assertEquals(4, weeks.size());
        weeks.forEach(each -> assertEquals(weeks.get(0).roster(), each.roster()));
    }

    @Test
    void anExceptionChangesItsOwnWeekAloneAndNoMoreOfItThanItMust() {
        // given
        RosterProblem ordinary = week().problem();
        Roster first = engine.solve(ordinary, LIMITS).roster();
        PlacedSession moved = placed(first, "I1");
        String day = moved.when().toString().substring(0, 3);
        String[] others = Stream.of("Mon", "Tue", "Wed", "Thu", "Fri")
                .filter(each -> !each.equals(day))
                .map(each -> each + " 08:00-21:00")
                .toArray(String[]::new);
        RosterProblem holiday = week().client("C1", c -> c.available(others)).problem();

        // when
        List<RosterResult> weeks = engine.solveWeeks(List.of(ordinary, ordinary, holiday, ordinary), LIMITS);

        // then
        assertEquals(first, weeks.get(1).roster());
        assertEquals(first, weeks.get(3).roster());
        Roster third = weeks.get(2).roster();
        assertNotEquals(moved.when().day(), placed(third, "I1").when().day());
        assertEquals(placed(first, "I2").when(), placed(third, "I2").when());
        assertEquals(placed(first, "I3").when(), placed(third, "I3").when());
    }

    private static PlacedSession placed(Roster roster, String session) {
        PlacedSession placed = roster.sessions().get(session);
        if (placed == null) {
            throw new AssertionError(session + " is not placed");
        }
        return placed;
    }
}
