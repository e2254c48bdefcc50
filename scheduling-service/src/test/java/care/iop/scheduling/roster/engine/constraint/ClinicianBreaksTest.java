package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClinicianBreaksTest {

    private final Constraint rule = new ClinicianBreaks();

    @Test
    void aBreakBetweenTwoAppointmentsIsFine() {
        // given
        SampleWeek week = new SampleWeek()
                .clinician("T1", t -> t.pause(11, 14, 30))
                .client("C1", c -> c.individual("I1").individual("I2"))
                .place("I1", "T1", "Tue 11:00-12:00")
                .place("I2", "T1", "Tue 12:30-13:30");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void aQuarterHourTooLittleCountsTheDay() {
        // given
        SampleWeek week = new SampleWeek()
                .clinician("T1", t -> t.pause(12, 13, 45))
                .client("C1", c -> c.individual("I1"))
                .place("I1", "T1", "Tue 11:30-12:30");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void aBreakOfJustThatLengthIsFine() {
        // given
        SampleWeek week = new SampleWeek()
                .clinician("T1", t -> t.pause(12, 13, 45))
                .client("C1", c -> c.individual("I1"))
                .place("I1", "T1", "Tue 11:15-12:15");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void thereIsNoBreakInOtherAppointments() {
        // given
        SampleWeek week = new SampleWeek()
                .clinician("T1", t -> t.pause(12, 13, 30).engaged("Tue 12:00-12:30", "Wed 12:00-13:00"))
                .client("C1", c -> c.individual("I1"))
                .place("I1", "T1", "Tue 12:30-13:30");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void aBreakMayEndTheWindow() {
        // given
        SampleWeek week =
                new SampleWeek().clinician("T1", t -> t.pause(9, 13, 60)).lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void eachDayCounts() {
        // given
        SampleWeek week =
                new SampleWeek().clinician("T1", t -> t.pause(10, 12, 30)).lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(3, points);
    }

    @Test
    void withoutAnAgreementThereIsNoBreak() {
        // given
        SampleWeek week = new SampleWeek().lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek()
                .clinician("T1", t -> t.pause(9, 10, 15))
                .client("C1", c -> c.individual("I1"))
                .place("I1", "T1", "Tue 09:00-10:00");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Clinician T1 has no break of 15 minutes on TUESDAY."),
                matches.stream().map(Match::explanation).toList());
    }
}
