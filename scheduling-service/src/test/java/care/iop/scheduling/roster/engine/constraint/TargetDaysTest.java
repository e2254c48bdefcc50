package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetDaysTest {

    private final Constraint rule = new TargetDays();

    @Test
    void theTargetIsFine() {
        // given
        SampleWeek week = new SampleWeek().client("C1", c -> c.targetDays(3)).seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void eachDayMoreCounts() {
        // given
        SampleWeek week = new SampleWeek().client("C1", c -> c.targetDays(1)).seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(8, points);
    }

    @Test
    void eachDayLessCounts() {
        // given
        SampleWeek week = new SampleWeek().client("C1", c -> c.targetDays(5)).seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(8, points);
    }

    @Test
    void aWeekWithoutAnythingIsThatFarAway() {
        // given
        SampleWeek week = new SampleWeek().client("C1", c -> c.targetDays(3));

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(12, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek().client("C1", c -> c.targetDays(1)).seat("C1", "G1");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Client C1 comes on 3 days instead of 1."),
                matches.stream().map(Match::explanation).toList());
    }
}
