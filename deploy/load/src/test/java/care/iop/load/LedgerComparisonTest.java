package care.iop.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import care.iop.load.LedgerComparison.Committed;
import care.iop.load.LedgerComparison.Copy;
import care.iop.load.LedgerComparison.Delivered;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The drill's verdict is worth something only if each kind of difference has been seen to fail it. */
class LedgerComparisonTest {

    private static final UUID AGGREGATE = new UUID(1, 1);
    private static final UUID FIRST = new UUID(2, 1);
    private static final UUID SECOND = new UUID(2, 2);
    private static final List<Committed> COMMITTED =
            List.of(new Committed(FIRST, "type", AGGREGATE, 0), new Committed(SECOND, "type", AGGREGATE, 1));

    private final LedgerComparison comparison = new LedgerComparison();

    @Test
    void equalLedgersAreClean() {
        // when
        comparison.requests(Map.of(1, AGGREGATE), Map.of(1, List.of(AGGREGATE)));
        comparison.copies("the copies", Map.of(AGGREGATE, 1L), List.of(new Copy(AGGREGATE, 1)));
        comparison.effects("the effect", Set.of(AGGREGATE), Map.of(AGGREGATE, 1));
        comparison.events(COMMITTED, List.of(delivered(FIRST, 0), delivered(SECOND, 0)));
        comparison.putAside("topic.dlq", 0);

        // then
        assertTrue(comparison.isClean());
        assertEquals("lost 0, doubled 0, misordered 0", comparison.toString());
    }

    @Test
    void anEventSentAgainIsCountedAndAllowed() {
        // when
        comparison.events(
                COMMITTED,
                List.of(delivered(FIRST, 0), delivered(SECOND, 0), delivered(FIRST, 0), delivered(SECOND, 0)));

        // then
        assertTrue(comparison.isClean());
        assertEquals(2, comparison.sentAgain());
    }

    @Test
    void anAcknowledgedRequestThatIsNotStoredIsLost() {
        // when
        comparison.requests(Map.of(1, AGGREGATE), Map.of(2, List.of(AGGREGATE)));

        // then
        assertVerdict("lost 1, doubled 0, misordered 0");
    }

    @Test
    void aRetryThatWorkedTwiceIsDoubledEvenIfNeverAcknowledged() {
        // when
        comparison.requests(Map.of(), Map.of(1, List.of(FIRST, SECOND)));

        // then
        assertVerdict("lost 0, doubled 1, misordered 0");
    }

    @Test
    void anEventThatIsNotOnKafkaIsLost() {
        // when
        comparison.events(COMMITTED, List.of(delivered(SECOND, 0)));

        // then
        assertVerdict("lost 1, doubled 0, misordered 0");
    }

    @Test
    void anEventThatNobodyCommittedIsDoubled() {
        // when
        comparison.events(COMMITTED, List.of(delivered(FIRST, 0), delivered(SECOND, 0), delivered(new UUID(2, 3), 0)));

        // then
        assertVerdict("lost 0, doubled 1, misordered 0");
    }

    @Test
    void firstAppearancesInTheWrongOrderAreMisordered() {
        // when
        comparison.events(COMMITTED, List.of(delivered(SECOND, 0), delivered(FIRST, 0), delivered(SECOND, 0)));

        // then
        assertVerdict("lost 0, doubled 0, misordered 1");
    }

    @Test
    void oneAggregateInTwoPartitionsIsMisordered() {
        // when
        comparison.events(COMMITTED, List.of(delivered(FIRST, 0), delivered(SECOND, 1)));

        // then
        assertVerdict("lost 0, doubled 0, misordered 1");
    }

    @Test
    void aCopyInAnOldVersionIsLost() {
        // when
        comparison.copies("the copies", Map.of(AGGREGATE, 1L), List.of(new Copy(AGGREGATE, 0)));

        // then
        assertVerdict("lost 1, doubled 0, misordered 0");
    }

    @Test
    void aCopyTwiceAndACopyOfNothingAreDoubled() {
        // when
        comparison.copies(
                "the copies",
                Map.of(AGGREGATE, 1L),
                List.of(new Copy(AGGREGATE, 1), new Copy(AGGREGATE, 1), new Copy(FIRST, 0)));

        // then
        assertVerdict("lost 0, doubled 2, misordered 0");
    }

    @Test
    void anEffectThatDidNotHappenIsLostAndOneThatHappenedTwiceIsDoubled() {
        // when
        comparison.effects("the effect", Set.of(FIRST, SECOND), Map.of(SECOND, 2));

        // then
        assertVerdict("lost 1, doubled 1, misordered 0");
    }

    @Test
    void anEventThatWasPutAsideIsLost() {
        // when
        comparison.putAside("topic.dlq", 1);

        // then
        assertVerdict("lost 1, doubled 0, misordered 0");
    }

    private void assertVerdict(String verdict) {
        assertFalse(comparison.isClean());
        assertEquals(verdict, comparison.toString());
    }

    private static Delivered delivered(UUID event, int partition) {
        return new Delivered(event, AGGREGATE, partition);
    }
}
