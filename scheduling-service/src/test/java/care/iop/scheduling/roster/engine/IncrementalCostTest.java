package care.iop.scheduling.roster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.constraint.RosterConstraints;
import care.iop.scheduling.roster.engine.constraint.Score;
import care.iop.scheduling.roster.engine.problem.RoomType;
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
        IndexedProblem indexed = new IndexedProblem(problem);
        int weekCells = indexed.grid.weekCells();
        RosterState state = new RosterState(
                indexed,
                new CountedRooms(RosterWriter.roomIds(problem, RoomType.GROUP).size(), weekCells),
                new CountedRooms(RosterWriter.roomIds(problem, RoomType.OFFICE).size(), weekCells));
        Construction.openFixedCohorts(state);
        Construction.placeEveryone(state, () -> false);
        return state;
    }

    private static Watch forever() {
        return new Watch(System::nanoTime, Duration.ofMinutes(5), SearchListener.NONE, () -> false);
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
            new Improvement(state, seed * 1000 + step).run(1, forever());

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
        new Improvement(state, seed).run(300, forever());

        // then
        assertEquals(fullCount(state), Cost.score(state.cost()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatIsTakenApartCanBePutBack(long seed) {
        // given
        RosterState state = placed(RandomWeeks.program(seed, 25));
        Roster before = RosterWriter.write(state);
        long cost = state.cost();
        List<Integer> some =
                new SplittableRandom(seed).ints(8, 0, 25).distinct().boxed().toList();
        Snapshot snapshot = Snapshot.of(state, some);
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
