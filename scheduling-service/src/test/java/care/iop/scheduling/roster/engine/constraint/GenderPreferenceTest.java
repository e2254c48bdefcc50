package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.GroupGender;
import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenderPreferenceTest {

    private final Constraint rule = new GenderPreference();

    @Test
    void aGenderSpecificGroupIsFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.prefersOwnGender())
                .cohort("G1", g -> g.gender(GroupGender.FEMALE))
                .seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void aMixedGroupCounts() {
        // given
        SampleWeek week =
                new SampleWeek().client("C1", c -> c.prefersOwnGender()).seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(8, points);
    }

    @Test
    void withoutTheWishAMixedGroupIsFine() {
        // given
        SampleWeek week = new SampleWeek().seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week =
                new SampleWeek().client("C1", c -> c.prefersOwnGender()).seat("C1", "G1");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Client C1 prefers a gender-specific group but is in mixed group G1."),
                matches.stream().map(Match::explanation).toList());
    }
}
