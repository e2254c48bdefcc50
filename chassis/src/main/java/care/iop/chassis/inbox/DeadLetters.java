package care.iop.chassis.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Puts a record that can't be handled aside in {@code <topic>.dlq}, unchanged, with headers that say where it stood, who
 * could not handle it and why. {@link ReplayDeadLetters} puts it back.
 */
@ApplicationScoped
class DeadLetters {

    /** What a dead-letter topic's name ends in. */
    static final String SUFFIX = ".dlq";

    /** All headers that tell of a failure start like this, so that a replay can take them off. */
    static final String HEADER_PREFIX = "dlq_";

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final Map<String, Object> kafka;
    private final MeterRegistry metrics;
    private @Nullable Producer<String, byte[]> producer;

    DeadLetters(@Identifier("default-kafka-broker") Map<String, Object> kafka, MeterRegistry metrics) {
        this.kafka = Map.copyOf(kafka);
        this.metrics = metrics;
    }

    /** Shows the topic's count from its beginning: one that appears with the first letter hides that letter from an alert on growth. */
    void expect(String topic) {
        count(topic);
    }

    private Counter count(String topic) {
        return Counter.builder("iop.inbox.dead.letters")
                .description("Records that could not be handled and were put aside")
                .tag("topic", topic)
                .register(metrics);
    }

    /** Waits until Kafka has the record: only then may the consumer go on past it. */
    void put(ConsumerRecord<String, byte[]> message, String group, RuntimeException reason, int attempts)
            throws InterruptedException {
        var letter = new ProducerRecord<>(message.topic() + SUFFIX, message.key(), message.value());
        message.headers().forEach(letter.headers()::add);
        header(letter.headers(), "topic", message.topic());
        header(letter.headers(), "partition", Integer.toString(message.partition()));
        header(letter.headers(), "offset", Long.toString(message.offset()));
        header(letter.headers(), "group", group);
        header(letter.headers(), "attempts", Integer.toString(attempts));
        header(letter.headers(), "reason", reason(reason));
        try {
            producer().send(letter).get();
        } catch (ExecutionException e) {
            throw new KafkaException("the dead letter could not be written", e);
        }
        count(message.topic()).increment();
        LOG.errorf(
                "dead letter: %s partition %d offset %d went to %s%s: %s",
                message.topic(), message.partition(), message.offset(), message.topic(), SUFFIX, reason(reason));
    }

    /** A poison event says its reason in our own words; any other failure is named by its kind, since its text may quote data. */
    private static String reason(RuntimeException e) {
        return e instanceof PoisonEventException
                ? String.valueOf(e.getMessage())
                : "failed with " + e.getClass().getSimpleName();
    }

    private static void header(Headers headers, String name, String value) {
        headers.remove(HEADER_PREFIX + name);
        headers.add(HEADER_PREFIX + name, value.getBytes(StandardCharsets.UTF_8));
    }

    private Producer<String, byte[]> producer() {
        var current = producer;
        if (current == null) {
            var settings = new HashMap<>(kafka);
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            current = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
            producer = current;
        }
        return current;
    }

    @PreDestroy
    void close() {
        var current = producer;
        if (current != null) {
            current.close(Duration.ofSeconds(1));
        }
    }
}
