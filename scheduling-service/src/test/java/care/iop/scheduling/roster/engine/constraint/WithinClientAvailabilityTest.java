package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class WithinClientAvailabilityTest {

    private final Constraint rule = new WithinClientAvailability();

    @Test
    void aSessionInAvailableHoursIsFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.available("Tue 09:00-10:00").individual("I1"))
                .place("I1", "T1", "Tue 09:00-10:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void eachHourOutsideCounts() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.available("Tue 09:00-10:00").individual("I1"))
                .place("I1", "T1", "Tue 09:15-10:15");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0.25, points);
    }

    @Test
    void aGroupBlockOutsideCounts() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.available("Mon 09:00-12:00", "Wed 09:00-12:00"))
                .seat("C1", "G1")
                .lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(3, points);
    }

    @Test
    void windowsThatTouchAreOne() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.available("Tue 09:00-09:30", "Tue 09:30-10:00")
                        .individual("I1"))
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
                .client("C1", c -> c.available("Tue 09:00-10:00").individual("I1"))
                .place("I1", "T1", "Tue 09:15-10:15");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Client C1 is not available for all of Tue 09:15–10:15."),
                matches.stream().map(Match::explanation).toList());
    }
}
