package care.iop.chassis.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads what topics still hold of one organization, from where they begin to where they end when the reading begins. It is no
 * member of a consumer group, so nothing that is consumed otherwise is touched.
 */
@ApplicationScoped
public class TopicHistory {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    private final Map<String, Object> kafka;
    private final ObjectReader json;

    TopicHistory(@Identifier("default-kafka-broker") Map<String, Object> kafka, ObjectMapper json) {
        this.kafka = Map.copyOf(kafka);
        this.json = json.reader();
    }

    /** How many events of the organization were read, and how many of its records are none. */
    public record Read(long events, long unreadable) {}

    /**
     * Hands batches of events to the reader, those about one aggregate in their order. Kafka's failures and those of the reader
     * end the reading.
     */
    public Read read(Set<String> topics, String organization, Consumer<List<IncomingEvent>> reader) {
        long events = 0;
        long unreadable = 0;
        try (var consumer = create()) {
            var ends = startAtBeginning(consumer, topics);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                var batch = new Batch(organization, json);
                batch.take(consumer.poll(POLL), ends);
                if (!batch.events.isEmpty()) {
                    reader.accept(List.copyOf(batch.events));
                }
                events += batch.events.size();
                unreadable += batch.unreadable;
            }
        }
        return new Read(events, unreadable);
    }

    private static Map<TopicPartition, Long> startAtBeginning(
            KafkaConsumer<String, byte[]> consumer, Collection<String> topics) {
        var partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic, ANSWER_WITHIN).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer.endOffsets(partitions, ANSWER_WITHIN);
    }

    private KafkaConsumer<String, byte[]> create() {
        var settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(ANSWER_WITHIN.toMillis()));
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** What one poll brought of the organization. */
    private static final class Batch {

        private final String organization;
        private final ObjectReader json;
        private final List<IncomingEvent> events = new ArrayList<>();
        private long unreadable;

        Batch(String organization, ObjectReader json) {
            this.organization = organization;
            this.json = json;
        }

        void take(ConsumerRecords<String, byte[]> records, Map<TopicPartition, Long> ends) {
            for (var message : records) {
                var partition = new TopicPartition(message.topic(), message.partition());
                if (message.offset() >= ends.getOrDefault(partition, 0L)
                        || !organization.equals(IncomingEvent.organizationOf(message))) {
                    continue;
                }
                try {
                    events.add(IncomingEvent.of(message, json));
                } catch (PoisonEventException e) {
                    unreadable++;
                }
            }
        }
    }
}
