package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class OvertimeTest {

    private final Constraint rule = new Overtime();

    @Test
    void aQuarterHourBegunIsAWholeOne() {
        // given
        SampleWeek week =
                new SampleWeek().clinician("T1", t -> t.targetMinutes(533)).lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0.25, points);
    }

    @Test
    void theTargetIsFine() {
        // given
        SampleWeek week =
                new SampleWeek().clinician("T1", t -> t.targetMinutes(540)).lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void eachHourOverTheTargetCounts() {
        // given
        SampleWeek week =
                new SampleWeek().clinician("T1", t -> t.targetMinutes(510)).lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0.5, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week =
                new SampleWeek().clinician("T1", t -> t.targetMinutes(480)).lead("G1", "T1");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Clinician T1 has 9 h, the target is 8 h."),
                matches.stream().map(Match::explanation).toList());
    }
}
