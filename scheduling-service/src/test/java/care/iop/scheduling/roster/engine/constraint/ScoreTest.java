package care.iop.scheduling.roster.engine.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScoreTest {

    @Test
    void aLevelOutweighsTheLevelsBelowIt() {
        // given
        Score hard = new Score(1, 0, 0);
        Score medium = new Score(0, 1, 0);
        Score soft = new Score(0, 0, 1_000_000);

        // when
        List<Score> best = Stream.of(hard, medium, soft, Score.PERFECT).sorted().toList();

        // then
        assertEquals(List.of(Score.PERFECT, soft, medium, hard), best);
    }

    @Test
    void quarterPointsAreAddedOnTheirLevelOnly() {
        // given
        Score score = new Score(4, 8, 12);

        // when
        Score more = score.plus(Level.MEDIUM, 1);

        // then
        assertEquals(new Score(4, 9, 12), more);
        assertEquals(2.25, more.points(Level.MEDIUM));
    }
}
