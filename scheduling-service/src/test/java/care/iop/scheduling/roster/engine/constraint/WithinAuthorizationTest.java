package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class WithinAuthorizationTest {

    private final Constraint rule = new WithinAuthorization();

    @Test
    void whatIsAuthorizedIsFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.authorized(600).individual("I1"))
                .seat("C1", "G1")
                .lead("G1", "T1")
                .place("I1", "T1", "Tue 09:00-10:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void eachQuarterHourMoreCounts() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.authorized(585).individual("I1"))
                .seat("C1", "G1")
                .lead("G1", "T1")
                .place("I1", "T1", "Tue 09:00-10:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0.25, points);
    }

    @Test
    void asManyDaysAsAuthorizedAreFine() {
        // given: a group on three days
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.authorizedDays(3))
                .seat("C1", "G1")
                .lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void eachDayMoreThanAuthorizedCounts() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.authorizedDays(1))
                .seat("C1", "G1")
                .lead("G1", "T1");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(2, Points.of(rule, week));
        assertEquals(
                List.of("Client C1 comes on 3 days, authorized are 1."),
                matches.stream().map(Match::explanation).toList());
    }

    @Test
    void withoutAnAuthorizationThereIsNoLimit() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .seat("C1", "G1")
                .lead("G1", "T1")
                .place("I1", "T1", "Tue 09:00-10:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.authorized(480))
                .seat("C1", "G1")
                .lead("G1", "T1");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Client C1 has 9 h, authorized are 8 h."),
                matches.stream().map(Match::explanation).toList());
    }
}
