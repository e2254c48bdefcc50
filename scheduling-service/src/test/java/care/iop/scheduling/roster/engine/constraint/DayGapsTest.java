package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayGapsTest {

    private final Constraint rule = new DayGaps();

    @Test
    void appointmentsThatTouchAreFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .seat("C1", "G1")
                .lead("G1", "T1")
                .place("I1", "T1", "Mon 12:00-13:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void eachIdleHourCounts() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .seat("C1", "G1")
                .lead("G1", "T1")
                .place("I1", "T1", "Mon 12:45-13:45");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1.5, points);
    }

    @Test
    void daysApartAreNoGap() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .seat("C1", "G1")
                .lead("G1", "T1")
                .place("I1", "T1", "Tue 15:00-16:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void theTimeBeforeTheFirstAppointmentIsNone() {
        // given
        SampleWeek week = new SampleWeek().client("C1", c -> c.individual("I1")).place("I1", "T1", "Tue 20:00-21:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .seat("C1", "G1")
                .lead("G1", "T1")
                .place("I1", "T1", "Mon 12:45-13:45");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Client C1 waits 0.75 h before Mon 12:45–13:45."),
                matches.stream().map(Match::explanation).toList());
    }
}
