package care.iop.scheduling.roster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import care.iop.scheduling.roster.engine.constraint.RosterConstraints;
import care.iop.scheduling.roster.engine.constraint.Score;
import care.iop.scheduling.roster.engine.problem.PublishedWeek;
import care.iop.scheduling.roster.engine.problem.Roster;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the cost that the search carries along to the full count of the catalogue, move after move. */
class IncrementalCostTest {

    private static RosterState placed(RosterProblem problem) {
        RosterState state = RosterState.empty(new IndexedProblem(problem));
        Construction.openFixedCohorts(state);
        Construction.keepPublished(state, forever());
        Construction.placeEveryone(state, forever());
        return state;
    }

    private static Watch forever() {
        return new Watch(System::nanoTime, Duration.ofMinutes(5), SearchListener.NONE, () -> false);
    }

    private static Limits steps(long steps) {
        return new Limits(steps, Duration.ofMinutes(5), 1);
    }

    private static Score fullCount(RosterState state) {
        return RosterConstraints.score(state.problem.source, RosterWriter.write(state));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void agreesWithTheFullCountAfterEveryStep(long seed) {
        // given
        RosterState state = placed(RandomWeeks.program(seed, 25));

        for (int step = 0; step < 60; step++) {
            // when
            new Improvement(state, seed * 1000 + step).run(steps(3), forever());

            // then
            assertEquals(fullCount(state), Cost.score(state.cost()), "step " + step);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void agreesWithTheFullCountWhenTheBestOfManyStepsIsPutBack(long seed) {
        // given
        RosterState state = placed(RandomWeeks.program(seed, 25));

        // when
        new Improvement(state, seed).run(steps(300), forever());

        // then
        assertEquals(fullCount(state), Cost.score(state.cost()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 6})
    void agreesWithTheFullCountWhenGroupsHaveChangedAndCanBePutBack(long seed) {
        // given
        RosterState state = placed(RandomWeeks.program(seed, 25));
        Roster before = RosterWriter.write(state);
        Snapshot snapshot = Snapshot.of(state);
        Searcher searcher = new Searcher(state, new SplittableRandom(seed));

        for (int change = 0; change < 20; change++) {
            // when
            searcher.begin(state.cost());
            searcher.changeGroups();

            // then
            assertEquals(fullCount(state), Cost.score(state.cost()), "change " + change);
        }
        assertNotEquals(before.facilitatorByCohort(), RosterWriter.write(state).facilitatorByCohort());
        snapshot.restore(state);
        assertEquals(before, RosterWriter.write(state));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatIsTakenApartCanBePutBack(long seed) {
        // given
        RosterState state = placed(RandomWeeks.program(seed, 25));
        Roster before = RosterWriter.write(state);
        long cost = state.cost();
        Snapshot snapshot = Snapshot.of(state);
        List<Integer> some =
                new SplittableRandom(seed).ints(8, 0, 25).distinct().boxed().toList();
        some.forEach(state::remove);
        state.closeEmptyCohorts();
        BestWeek bestWeek = new BestWeek(state);
        some.forEach(client -> state.add(bestWeek.of(client)));

        // when
        snapshot.restore(state);

        // then
        assertEquals(before, RosterWriter.write(state));
        assertEquals(cost, state.cost());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void agreesWithTheFullCountWhenChangesOfAPublishedWeekArePriced(long seed) {
        // given
        RosterProblem unpublished = RandomWeeks.programWithEveryRule(seed, 25);
        Roster published = new RosterEngine()
                .solve(unpublished, new Limits(50, Duration.ofMinutes(1), seed))
                .roster();
        RosterProblem problem = RandomWeeks.disturbed(seed, unpublished).after(new PublishedWeek(published, 1440));
        RosterState state = placed(problem);
        assertEquals(fullCount(state), Cost.score(state.cost()), "to begin with");

        for (int step = 0; step < 60; step++) {
            // when
            new Improvement(state, seed * 1000 + step).run(steps(3), forever());

            // then
            assertEquals(fullCount(state), Cost.score(state.cost()), "step " + step);
        }
        assertEquals(0, Cost.score(state.cost()).hard());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nobodyLeftLeavesNoCost(long seed) {
        // given
        RosterState state = placed(RandomWeeks.program(seed, 25));
        RosterState fresh = new RosterState(state.problem, new CountedRooms(9, 9999), new CountedRooms(9, 9999));
        Construction.openFixedCohorts(fresh);

        // when
        IntStream.range(0, 25).forEach(state::remove);
        state.closeEmptyCohorts();

        // then
        assertEquals(fresh.cost(), state.cost());
    }
}
