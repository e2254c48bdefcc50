package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class WithinClinicianHoursTest {

    private final Constraint rule = new WithinClinicianHours();

    @Test
    void aSessionThatFillsTheWorkingHoursIsFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .clinician("T1", t -> t.works("Tue 09:00-10:00"))
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
                .client("C1", c -> c.individual("I1"))
                .clinician("T1", t -> t.works("Tue 09:00-10:00"))
                .place("I1", "T1", "Tue 08:30-09:30");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0.5, points);
    }

    @Test
    void aGroupBlockOutsideCounts() {
        // given
        SampleWeek week = new SampleWeek()
                .clinician("T1", t -> t.works("Mon 09:00-12:00", "Wed 09:00-12:00"))
                .lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(3, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.individual("I1"))
                .clinician("T1", t -> t.works("Tue 09:00-10:00"))
                .place("I1", "T1", "Tue 08:30-09:30");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Clinician T1 does not work for all of Tue 08:30–09:30."),
                matches.stream().map(Match::explanation).toList());
    }
}
