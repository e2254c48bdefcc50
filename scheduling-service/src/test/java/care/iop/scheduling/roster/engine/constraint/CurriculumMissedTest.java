package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurriculumMissedTest {

    private final Constraint rule = new CurriculumMissed();

    @Test
    void whatTheGroupTeachesInTimeIsFine() {
        // given
        SampleWeek week = new SampleWeek()
                .cohort("G1", g -> g.teaches("M1", "M2", "M3"))
                .client("C1", c -> c.needs(2, "M1", "M2"))
                .seat("C1", "G1")
                .lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void whatComesAfterThePlannedEndIsMissed() {
        // given
        SampleWeek week = new SampleWeek()
                .cohort("G1", g -> g.teaches("M1", "M2", "M3"))
                .client("C1", c -> c.needs(2, "M1", "M3"))
                .seat("C1", "G1")
                .lead("G1", "T1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(3, points);
    }

    @Test
    void withoutAGroupNothingIsSaid() {
        // given
        SampleWeek week = new SampleWeek().client("C1", c -> c.needs(2, "M1", "M3"));

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek()
                .cohort("G1", g -> g.teaches("M1"))
                .client("C1", c -> c.needs(1, "M3", "M2"))
                .seat("C1", "G1")
                .lead("G1", "T1");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Client C1 would not have M2, M3 in group G1 before the planned end."),
                matches.stream().map(Match::explanation).toList());
    }
}
