package care.iop.chassis.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Knows how far behind the service is with topics that must not be behind. What counts is what the whole group has committed,
 * so that a service of several processes is up to date only when all of them are.
 */
@ApplicationScoped
public class InboxProgress {

    private static final Logger LOG = Logger.getLogger(InboxProgress.class);
    private static final Duration AT_MOST = Duration.ofSeconds(1);
    private static final long INTERVAL_NANOS = Duration.ofMillis(400).toNanos();

    private final Clock clock;
    private final Map<String, Instant> caughtUpAt = new ConcurrentHashMap<>();
    private long lookedAtNanos = System.nanoTime() - INTERVAL_NANOS;

    InboxProgress(Clock clock) {
        this.clock = clock;
    }

    /** The latest known moment at which all that the topic held was taken in; empty when there was none since the start. */
    public Optional<Instant> caughtUpAt(String topic) {
        return Optional.ofNullable(caughtUpAt.get(topic));
    }

    /** Looks again, when it is time; a broker that does not answer leaves what was known. */
    void look(Consumer<?, ?> consumer, Set<String> topics) {
        if (topics.isEmpty() || System.nanoTime() - lookedAtNanos < INTERVAL_NANOS) {
            return;
        }
        lookedAtNanos = System.nanoTime();
        try {
            for (var topic : topics) {
                var now = clock.instant();
                if (isCaughtUp(consumer, topic)) {
                    caughtUpAt.put(topic, now);
                }
            }
        } catch (WakeupException | InterruptException stopping) {
            throw stopping;
        } catch (KafkaException e) {
            LOG.debugf("how far the inbox is can't be told: %s", e.getMessage());
        }
    }

    private static boolean isCaughtUp(Consumer<?, ?> consumer, String topic) {
        Collection<TopicPartition> partitions = consumer.partitionsFor(topic, AT_MOST).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        var ends = consumer.endOffsets(partitions, AT_MOST);
        var beginnings = consumer.beginningOffsets(partitions, AT_MOST);
        var committed = consumer.committed(new HashSet<>(partitions), AT_MOST);
        return !partitions.isEmpty()
                && partitions.stream().allMatch(partition -> {
                    var end = ends.get(partition);
                    var position = committed.get(partition);
                    return end != null
                            && (position == null ? end.equals(beginnings.get(partition)) : position.offset() >= end);
                });
    }
}
