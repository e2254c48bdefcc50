package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class WithinCareTeamTest {

    private final Constraint rule = new WithinCareTeam();

    @Test
    void aMemberOfTheCareTeamIsFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.careTeam("T1").individual("I1"))
                .place("I1", "T1", "Tue 09:00-10:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void anyoneElseCounts() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.careTeam("T1").individual("I1"))
                .place("I1", "T2", "Tue 09:00-10:00");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void theFacilitatorOfTheGroupNeedNotBeOfTheCareTeam() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.careTeam("T1"))
                .seat("C1", "G1")
                .lead("G1", "T2");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.careTeam("T1").individual("I1"))
                .place("I1", "T2", "Tue 09:00-10:00");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Clinician T2 holds session I1 but is not in the care team of client C1."),
                matches.stream().map(Match::explanation).toList());
    }
}
