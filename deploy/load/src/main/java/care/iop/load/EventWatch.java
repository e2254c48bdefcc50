package care.iop.load;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer of its own that notes when each new aggregate's first event reached it. */
final class EventWatch implements AutoCloseable {

    private static final String RECEIVED = "care.iop.intake.referral-received.v1";
    private static final String ADMITTED = "care.iop.intake.patient-admitted.v1";

    private final Map<UUID, Instant> arrivals = new ConcurrentHashMap<>();
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread;

    EventWatch(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = List.of("intake.referral.v1", "intake.admission.v1").stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread = new Thread(this::read, "event-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** When the first event about each referral and admission arrived here. */
    Map<UUID, Instant> arrivals() {
        return Map.copyOf(arrivals);
    }

    private void read() {
        try {
            while (true) {
                for (var message : consumer.poll(Duration.ofSeconds(1))) {
                    var type =
                            new String(message.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
                    if (type.equals(RECEIVED) || type.equals(ADMITTED)) {
                        arrivals.putIfAbsent(UUID.fromString(message.key()), Instant.now());
                    }
                }
            }
        } catch (WakeupException e) {
            consumer.close();
        }
    }

    @Override
    public void close() throws InterruptedException {
        consumer.wakeup();
        thread.join();
    }
}
