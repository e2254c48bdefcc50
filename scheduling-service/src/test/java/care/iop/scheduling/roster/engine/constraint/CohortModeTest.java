package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class CohortModeTest {

    private final Constraint rule = new CohortMode();

    @Test
    void bothByVideoAreFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.teleOnly())
                .cohort("G1", g -> g.tele())
                .seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void bothInPersonAreFine() {
        // given
        SampleWeek week = new SampleWeek().seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void aVideoClientInARoomCounts() {
        // given
        SampleWeek week = new SampleWeek().client("C1", c -> c.teleOnly()).seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void aClientInPersonInAVideoGroupCounts() {
        // given
        SampleWeek week = new SampleWeek().cohort("G1", g -> g.tele()).seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek().cohort("G1", g -> g.tele()).seat("C1", "G1");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Client C1 and group G1 do not meet in the same way, by video or in person."),
                matches.stream().map(Match::explanation).toList());
    }
}
