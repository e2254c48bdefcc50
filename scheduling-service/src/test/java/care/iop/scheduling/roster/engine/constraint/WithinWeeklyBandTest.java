package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class WithinWeeklyBandTest {

    private final Constraint rule = new WithinWeeklyBand();

    @Test
    void theLowerEndIsEnough() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.band(540, 1200))
                .seat("C1", "G1")
                .lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void aCompleteWeekBelowTheLowerEndCounts() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.band(600, 1200))
                .seat("C1", "G1")
                .lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void aSessionThatWaitsFillsTheWeek() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.band(600, 1200).individual("I1"))
                .seat("C1", "G1")
                .lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void aWeekThatWaitsForItsGroupIsNotTooShort() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.band(540, 1200).individual("I1"))
                .place("I1", "T1", "Tue 09:00-10:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void aWeekWithoutAnythingIsNotTooShort() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.band(540, 1200).withoutGroup().individual("I1"));

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void sessionsAloneMustReachTheLowerEndWhenNoGroupIsNeeded() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.band(120, 1200).withoutGroup().individual("I1"))
                .place("I1", "T1", "Tue 09:00-10:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void theUpperEndIsAllowed() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.band(540, 600).individual("I1"))
                .place("I1", "T1", "Tue 09:00-10:00")
                .seat("C1", "G1")
                .lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void eachHourAboveTheUpperEndCounts() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.band(540, 585).individual("I1"))
                .place("I1", "T1", "Tue 09:00-10:00")
                .seat("C1", "G1")
                .lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0.25, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.band(600, 1200))
                .seat("C1", "G1")
                .lead("G1", "T1");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Client C1 has 9 h when everything is placed, prescribed are at least 10 h."),
                matches.stream().map(Match::explanation).toList());
    }
}
