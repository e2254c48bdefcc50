package care.iop.chassis.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Waits until other services have taken in what this one has told, for the few answers that must not come before that. */
@ApplicationScoped
public class Readers {

    private static final Logger LOG = Logger.getLogger(Readers.class);
    private static final long PAUSE_MILLIS = 10;
    private static final int KAFKA_ANSWERS_WITHIN_MILLIS = 2_000;

    private final DataSource database;
    private final Map<String, Object> kafka;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Admin admin;

    Readers(DataSource database, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.database = database;
        this.kafka = Map.copyOf(kafka);
    }

    /**
     * Waits until everything that is committed to the outbox for the topic is published and every group has committed it, and
     * tells whether that came to be. A group that has not may still be trusted when it discloses nothing once its copy may be
     * older than {@code refusesBehind}: then that long after the publication is enough, too.
     */
    public boolean haveTakenIn(String topic, Collection<String> groups, Duration refusesBehind, Duration atMost) {
        var deadline = System.nanoTime() + atMost.toNanos();
        try {
            var last = lastWaiting(topic);
            while (last != null && isWaiting(topic, last)) {
                if (!pauseUntil(deadline)) {
                    return false;
                }
            }
            var copiesExpire = System.nanoTime() + refusesBehind.toNanos();
            return haveCommitted(topic, groups, Math.min(copiesExpire, deadline)) || System.nanoTime() >= copiesExpire;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private @Nullable Long lastWaiting(String topic) {
        return query("select max(id) from outbox where topic = ?", topic, null);
    }

    private boolean isWaiting(String topic, long last) {
        return query("select 1 from outbox where topic = ? and id <= ? limit 1", topic, last) != null;
    }

    private @Nullable Long query(String sql, String topic, @Nullable Long last) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setString(1, topic);
            if (last != null) {
                query.setLong(2, last);
            }
            try (var rows = query.executeQuery()) {
                var id = rows.next() ? rows.getLong(1) : 0;
                return id == 0 ? null : id;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what waits in the outbox can't be read", e);
        }
    }

    private boolean haveCommitted(String topic, Collection<String> groups, long deadline) throws InterruptedException {
        do {
            try {
                var partitions = partitions(topic);
                var beginnings = offsets(partitions, OffsetSpec.earliest());
                var ends = offsets(partitions, OffsetSpec.latest());
                do {
                    if (groups.stream().allMatch(group -> hasCommitted(group, beginnings, ends))) {
                        return true;
                    }
                } while (pauseUntil(deadline));
            } catch (KafkaSilent e) {
                LOG.debugf("how far the readers of %s are can't be told: %s", topic, e.getMessage());
            }
        } while (pauseUntil(deadline));
        return false;
    }

    private List<TopicPartition> partitions(String topic) {
        return answer(admin().describeTopics(List.of(topic)).allTopicNames()).values().stream()
                .flatMap(description -> description.partitions().stream())
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which) {
        var asked = partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which));
        return answer(admin().listOffsets(asked).all()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> offset(entry.getValue())));
    }

    private static Long offset(ListOffsetsResultInfo found) {
        return found.offset();
    }

    private boolean hasCommitted(String group, Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends) {
        var asked = new ListConsumerGroupOffsetsSpec().topicPartitions(ends.keySet());
        Map<TopicPartition, @Nullable OffsetAndMetadata> committed = answer(
                        admin().listConsumerGroupOffsets(Map.of(group, asked)).all())
                .getOrDefault(group, Map.of());
        return ends.entrySet().stream().allMatch(end -> {
            var position = committed.get(end.getKey());
            return position == null
                    ? end.getValue().equals(beginnings.get(end.getKey()))
                    : position.offset() >= end.getValue();
        });
    }

    private static <T> T answer(KafkaFuture<T> asked) {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new KafkaSilent(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaSilent(e);
        }
    }

    private synchronized Admin admin() {
        var current = admin;
        if (current == null) {
            var settings = new HashMap<>(kafka);
            settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, KAFKA_ANSWERS_WITHIN_MILLIS);
            settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, KAFKA_ANSWERS_WITHIN_MILLIS);
            current = Admin.create(settings);
            admin = current;
        }
        return current;
    }

    synchronized void onStop(@Observes ShutdownEvent event) {
        stopping.countDown();
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }

    /** False when the time is over, or when the service stops. */
    private boolean pauseUntil(long deadline) throws InterruptedException {
        return System.nanoTime() < deadline && !stopping.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static final class KafkaSilent extends RuntimeException {

        private static final long serialVersionUID = 1L;

        KafkaSilent(Exception cause) {
            super(cause);
        }
    }
}
