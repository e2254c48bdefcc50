package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaxDayHoursTest {

    private final Constraint rule = new MaxDayHours();

    @Test
    void asManyHoursAsAllowedAreFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.maxDayMinutes(240).individual("I1"))
                .place("I1", "T1", "Mon 12:00-13:00")
                .seat("C1", "G1")
                .lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void eachHourMoreCounts() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.maxDayMinutes(225).individual("I1"))
                .place("I1", "T1", "Mon 12:00-13:00")
                .seat("C1", "G1")
                .lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0.25, points);
    }

    @Test
    void idleTimeIsNotCounted() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.maxDayMinutes(240).individual("I1"))
                .place("I1", "T1", "Mon 18:00-19:00")
                .seat("C1", "G1")
                .lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.maxDayMinutes(225).individual("I1"))
                .place("I1", "T1", "Mon 12:00-13:00")
                .seat("C1", "G1")
                .lead("G1", "T1");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Client C1 has 4 h on MONDAY, allowed are 3.75 h."),
                matches.stream().map(Match::explanation).toList());
    }
}
