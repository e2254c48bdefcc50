package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import care.iop.scheduling.roster.engine.problem.SessionKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaxDaysTest {

    private final Constraint rule = new MaxDays();

    @Test
    void asManyDaysAsAllowedAreFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.maxDays(3))
                .seat("C1", "G1")
                .lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void eachDayMoreCounts() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.maxDays(2))
                .seat("C1", "G1")
                .lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void aSessionOnADayOfTheGroupIsNoFurtherDay() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.maxDays(3).individual("I1"))
                .place("I1", "T1", "Mon 12:00-13:00")
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
                .client("C1", c -> c.maxDays(2))
                .seat("C1", "G1")
                .lead("G1", "T1");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Client C1 comes on 3 days, allowed are 2."),
                matches.stream().map(Match::explanation).toList());
    }

    @Test
    void aShortVisitOnAWeekendIsNoDay() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.maxDays(1)
                        .weekendCheckIn(30)
                        .session("I1", SessionKind.INDIVIDUAL, 60)
                        .session("I2", SessionKind.INDIVIDUAL, 30))
                .place("I1", "T1", "Fri 09:00-10:00")
                .place("I2", "T1", "Sat 09:00-09:30");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void aLongerVisitOnAWeekendIsADay() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.maxDays(1)
                        .weekendCheckIn(30)
                        .session("I1", SessionKind.INDIVIDUAL, 60)
                        .session("I2", SessionKind.INDIVIDUAL, 45))
                .place("I1", "T1", "Fri 09:00-10:00")
                .place("I2", "T1", "Sat 09:00-09:45");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void aShortVisitOnAWeekdayIsADay() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.maxDays(1)
                        .weekendCheckIn(30)
                        .session("I1", SessionKind.INDIVIDUAL, 60)
                        .session("I2", SessionKind.INDIVIDUAL, 30))
                .place("I1", "T1", "Fri 09:00-10:00")
                .place("I2", "T1", "Thu 09:00-09:30");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }
}
