package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class CohortLanguageTest {

    private final Constraint rule = new CohortLanguage();

    @Test
    void aGroupInTheClientsLanguageIsFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.speaks("en", "es"))
                .cohort("G1", g -> g.language("es"))
                .seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void aGroupWithoutALanguageOfItsOwnIsForEverybody() {
        // given
        SampleWeek week = new SampleWeek().client("C1", c -> c.speaks("es")).seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void aGroupInAnotherLanguageCounts() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.speaks("en"))
                .cohort("G1", g -> g.language("es"))
                .seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void whoWasNotAskedIsInNoGroupWithALanguageOfItsOwn() {
        // given
        SampleWeek week = new SampleWeek().cohort("G1", g -> g.language("es")).seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek().cohort("G1", g -> g.language("es")).seat("C1", "G1");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Group G1 is held in es, in which client C1 can't be treated."),
                matches.stream().map(Match::explanation).toList());
    }
}
