package care.iop.scheduling.roster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.constraint.RosterConstraints;
import care.iop.scheduling.roster.engine.constraint.Score;
import care.iop.scheduling.roster.engine.problem.PlacedSession;
import care.iop.scheduling.roster.engine.problem.PublishedWeek;
import care.iop.scheduling.roster.engine.problem.Roster;
import care.iop.scheduling.roster.engine.problem.RosterClient;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import care.iop.scheduling.roster.engine.problem.SampleWeek;
import care.iop.scheduling.roster.engine.problem.SessionKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the best week of a client, and the best few, to trying every week there is. */
class BestWeekExactnessTest {

    private static final Limits PLACE_ONCE = new Limits(0, Duration.ofMinutes(1), 1);

    private final RosterEngine engine = new RosterEngine();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noWeekIsBetterThanTheBestWeek(long seed) {
        // given
        RosterProblem problem = RandomWeeks.tinyProgram(seed);
        RosterClient client = problem.clients().get(0);
        Roster others =
                EveryWeek.without(client, engine.solve(problem, PLACE_ONCE).roster());
        Score best = EveryWeek.best(problem, others, client);

        // when
        ClientWeek week = engine.bestWeek(problem, others, client.id());

        // then
        Score full = RosterConstraints.score(problem, EveryWeek.with(others, week));
        assertEquals(best, full, () -> "seed " + seed + ": " + week);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noWeekIsBetterUnderEveryRuleAndBesideAPublishedWeek(long seed) {
        // given
        RosterProblem unpublished = RandomWeeks.tinyProgramWithEveryRule(seed);
        Roster published = engine.solve(unpublished, PLACE_ONCE).roster();
        RosterProblem problem = RandomWeeks.disturbed(seed, unpublished).after(PublishedWeek.of(published));
        RosterClient client = problem.clients().get(0);
        Roster others =
                EveryWeek.without(client, engine.solve(problem, PLACE_ONCE).roster());
        Score best = EveryWeek.best(problem, others, client);

        // when
        ClientWeek week = engine.bestWeek(problem, others, client.id());

        // then
        Score full = RosterConstraints.score(problem, EveryWeek.with(others, week));
        assertEquals(best, full, () -> "seed " + seed + ": " + week);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theBestWeeksAreTheBestThatDifferInGroupOrDays(long seed) {
        // given
        RosterProblem problem = RandomWeeks.tinyProgram(seed);
        RosterClient client = problem.clients().get(0);
        Roster others =
                EveryWeek.without(client, engine.solve(problem, PLACE_ONCE).roster());
        List<Score> expected = EveryWeek.bestThatDiffer(problem, others, client, 5);

        // when
        List<ClientWeek> weeks = engine.bestWeeks(problem, others, client.id(), 5);

        // then
        List<Score> scores = weeks.stream()
                .map(week -> RosterConstraints.score(problem, EveryWeek.with(others, week)))
                .toList();
        assertEquals(expected, scores);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatAWeekAddsIsTheDifferenceToAWeekLessInTheProgram(long seed) {
        // given
        RosterProblem problem = RandomWeeks.program(seed, 20);
        RosterClient client = problem.clients().get(7);
        Roster others =
                EveryWeek.without(client, engine.solve(problem, PLACE_ONCE).roster());

        // when
        ClientWeek week = engine.bestWeek(problem, others, client.id());

        // then
        Score with = RosterConstraints.score(problem, EveryWeek.with(others, week));
        Score without = RosterConstraints.score(EveryWeek.without(client, problem), others);
        assertEquals(new Score(0, with.medium() - without.medium(), with.soft() - without.soft()), week.score());
    }

    private static List<String> sessionIds(ClientWeek week) {
        return week.sessions().stream().map(PlacedSession::sessionId).toList();
    }

    @Test
    void nobodyElseMoves() {
        // given
        RosterProblem problem = RandomWeeks.program(4, 20);
        RosterClient client = problem.clients().get(0);
        Roster published = engine.solve(problem, PLACE_ONCE).roster();

        // when
        ClientWeek week = engine.bestWeek(problem, published, client.id());

        // then
        Roster others = EveryWeek.without(client, published);
        Roster together = EveryWeek.with(others, week);
        TreeMap<String, PlacedSession> rest = new TreeMap<>(together.sessions());
        rest.keySet().removeAll(new TreeSet<>(sessionIds(week)));
        assertEquals(others.sessions(), rest);
        assertEquals(0, RosterConstraints.score(problem, together).hard());
    }

    @Test
    void theSameRosterGivesTheSameWeeks() {
        // given
        RosterProblem problem = RandomWeeks.program(5, 20);
        Roster published = engine.solve(problem, PLACE_ONCE).roster();
        List<ClientWeek> once = engine.bestWeeks(problem, published, "C3", 4);

        // when
        List<ClientWeek> again = engine.bestWeeks(problem, published, "C3", 4);

        // then
        assertEquals(once, again);
        Set<ClientWeek> different = Set.copyOf(new ArrayList<>(once));
        assertEquals(once.size(), different.size());
    }

    @Test
    void theCareTeamMayBeLarge() {
        // given: of 150 clinicians the last alone works
        SampleWeek week = new SampleWeek().client("C1", c -> c.session("S1", SessionKind.INDIVIDUAL, 60));
        for (int i = 3; i < 150; i++) {
            week.clinician("T" + i, t -> t.works("Sun 08:00-09:00"));
        }
        week.clinician("T1", t -> t.works("Sun 08:00-09:00"))
                .clinician("T2", t -> t.works("Sun 08:00-09:00"))
                .clinician("T150", t -> t.works("Mon 13:00-14:00"))
                .client("C1", c -> c.available("Mon 08:00-21:00")
                        .careTeam(IntStream.rangeClosed(1, 150)
                                .mapToObj(i -> "T" + i)
                                .toArray(String[]::new)));

        // when
        ClientWeek best = engine.bestWeek(week.problem(), Roster.EMPTY, "C1");

        // then
        assertEquals(
                List.of("T150"),
                best.sessions().stream().map(PlacedSession::clinicianId).toList());
    }
}
