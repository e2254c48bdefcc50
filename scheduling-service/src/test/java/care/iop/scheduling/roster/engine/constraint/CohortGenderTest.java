package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.problem.Gender;
import care.iop.scheduling.roster.engine.problem.GroupGender;
import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class CohortGenderTest {

    private final Constraint rule = new CohortGender();

    @Test
    void theGroupsGenderIsFine() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.gender(Gender.FEMALE))
                .cohort("G1", g -> g.gender(GroupGender.FEMALE))
                .seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void anotherGenderCounts() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.gender(Gender.MALE))
                .cohort("G1", g -> g.gender(GroupGender.FEMALE))
                .seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void aMixedGroupIsForEveryone() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.gender(Gender.OTHER))
                .cohort("G1", g -> g.gender(GroupGender.ANY))
                .seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void aMensGroupIsForMen() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.gender(Gender.MALE))
                .cohort("G1", g -> g.gender(GroupGender.MALE))
                .seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(0, points);
    }

    @Test
    void aMensGroupIsNotForOthers() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.gender(Gender.OTHER))
                .cohort("G1", g -> g.gender(GroupGender.MALE))
                .seat("C1", "G1");

        // when
        double points = Points.of(rule, week);

        // then
        assertEquals(1, points);
    }

    @Test
    void saysWhatIsTheMatter() {
        // given
        SampleWeek week = new SampleWeek()
                .client("C1", c -> c.gender(Gender.MALE))
                .cohort("G1", g -> g.gender(GroupGender.FEMALE))
                .seat("C1", "G1");

        // when
        List<Match> matches = Points.matches(rule, week);

        // then
        assertEquals(
                List.of("Client C1 is in gender-specific group G1, which is not for the client's gender."),
                matches.stream().map(Match::explanation).toList());
    }
}
