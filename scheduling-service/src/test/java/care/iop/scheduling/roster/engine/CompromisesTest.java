package care.iop.scheduling.roster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import care.iop.scheduling.roster.engine.constraint.RosterConstraints;
import care.iop.scheduling.roster.engine.constraint.Rule;
import care.iop.scheduling.roster.engine.problem.Modality;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompromisesTest {

    private static final Limits LIMITS = new Limits(100, Duration.ofMinutes(1), 7);
    private static final Set<Rule> EXPLAINED = Set.of(
            Rule.COHORT_TRACK,
            Rule.GENDER_PREF,
            Rule.TRAUMA_PREF,
            Rule.COHORT_MODALITY,
            Rule.CURRICULUM,
            Rule.CONTINUITY,
            Rule.IND_MODALITY,
            Rule.SESSION_TRACK,
            Rule.DAYS);

    private static List<Compromise> of(SampleWeek week, Rule wish) {
        return new RosterEngine()
                .solve(week.problem(), LIMITS).compromises().stream()
                        .filter(compromise -> compromise.wish() == wish)
                        .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyUnmetWishIsExplainedOnce(long seed) {
        // given
        RosterProblem problem = RandomWeeks.programWithEveryRule(seed, 20);

        // when
        RosterResult result = new RosterEngine().solve(problem, LIMITS);

        // then
        TreeMap<String, Long> broken = new TreeMap<>(RosterConstraints.matches(problem, result.roster()).stream()
                .filter(match -> EXPLAINED.contains(match.rule()))
                .collect(Collectors.groupingBy(match -> match.rule() + match.subjectId(), Collectors.counting())));
        TreeMap<String, Long> told = new TreeMap<>(result.compromises().stream()
                .collect(Collectors.groupingBy(each -> each.wish() + each.clientId(), Collectors.counting())));
        assertEquals(broken, told);
        assertTrue(result.compromises().stream().noneMatch(each -> each.reason().isBlank()));
    }

    @Test
    void aFullGroupIsTheReasonForAnotherTrack() {
        // given
        SampleWeek week = new SampleWeek()
                .cohort("G1", g -> g.track("MORNING").capacity(1))
                .cohort("G2", g -> g.track("EVENING").meets("Mon 17:00-20:00", "Wed 17:00-20:00"))
                .client("C1", c -> c.priority(3)
                        .prefers("MORNING")
                        .available("Mon 08:00-13:00", "Wed 08:00-13:00", "Fri 08:00-13:00"))
                .client("C2", c -> c.prefers("MORNING"));

        // when
        List<Compromise> told = of(week, Rule.COHORT_TRACK);

        // then
        assertEquals(1, told.size());
        assertEquals("C2", told.get(0).clientId());
        assertEquals(
                "None of the 1 groups on the preferred track fits: 1 full.",
                told.get(0).reason());
        assertEquals(
                "Group G1 (Mon 09:00–12:00, Wed 09:00–12:00, Fri 09:00–12:00) would be possible if it had one more seat.",
                told.get(0).nearestAlternative());
    }

    @Test
    void aPrimaryTherapistWhoIsAwayIsTheReasonForAnother() {
        // given
        SampleWeek week = new SampleWeek()
                .clinician("T1", t -> t.works("Sun 08:00-09:00"))
                .client("C1", c -> c.primary("T1")
                        .individual("I1")
                        .available("Mon 08:00-17:00", "Wed 08:00-17:00", "Fri 08:00-17:00"));

        // when
        List<Compromise> told = of(week, Rule.CONTINUITY);

        // then
        assertEquals(1, told.size());
        assertEquals("I1", told.get(0).sessionId());
        assertEquals(
                "Nobody who may hold it works in the client's available hours.",
                told.get(0).reason());
    }

    @Test
    void withoutAGroupOfTheKindTheProgramIsTheReason() {
        // given
        SampleWeek week =
                new SampleWeek().cohort("G1", g -> g.modality(Modality.CBT)).client("C1", c -> c.prefers(Modality.DBT));

        // when
        List<Compromise> told = of(week, Rule.COHORT_MODALITY);

        // then
        assertEquals(
                "The program has no groups of the preferred modality.",
                told.get(0).reason());
    }
}
