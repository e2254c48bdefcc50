package care.iop.scheduling.roster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import care.iop.scheduling.roster.engine.constraint.Score;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 7", "0, -7", "3, 0", "3, 12345", "3, -12345", "-3, 5", "-3, -5"})
    void holdsBothLevelsInOneNumber(long medium, long soft) {
        // given
        long cost = Cost.mediumQuarters(medium) + soft;

        // when
        Score score = Cost.score(cost);

        // then
        assertEquals(new Score(0, medium, soft), score);
    }

    @Test
    void theMediumLevelOutweighsTheSoftLevel() {
        // given
        long medium = Cost.mediumQuarters(1);

        // when
        long soft = Cost.soft(100_000_000);

        // then
        assertTrue(medium > soft);
    }

    @Test
    void leavesMoreUnplacedOnlyByTheMediumLevel() {
        // given
        long placed = Cost.soft(1_000);
        long placedAndFilling = Cost.soft(-1_000);

        // when
        long unplaced = Cost.mediumQuarters(1) + Cost.soft(-1_000);

        // then
        assertTrue(Cost.leavesMoreUnplaced(unplaced, placed));
        assertFalse(Cost.leavesMoreUnplaced(placed, placedAndFilling));
        assertFalse(Cost.leavesMoreUnplaced(placedAndFilling, placed));
    }
}
