package care.iop.chassis.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Publishes and reads CloudEvents (binary mode) as another program on the same Kafka would. */
public final class KafkaProbe implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModules(new JavaTimeModule(), new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(50);

    private final String bootstrapServers;
    private final KafkaProducer<String, byte[]> producer;

    private KafkaProbe(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        Math.toIntExact(ANSWER_WITHIN.toMillis())),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Connects to the Kafka that the application under test uses. */
    public static KafkaProbe connect() {
        return connect(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    }

    public static KafkaProbe connect(String bootstrapServers) {
        return new KafkaProbe(bootstrapServers);
    }

    /** An event to publish, with a new id, version 1 and the time of now, all of which can be replaced. */
    public static Event event(String type, UUID subject, String organization, Object data) {
        return new Event(
                UUID.randomUUID(),
                type,
                "/test",
                subject,
                Instant.now(),
                organization,
                1,
                null,
                JSON.valueToTree(data));
    }

    /** Publishes with the subject as key and returns when Kafka has the event. */
    public void publish(String topic, Event event) {
        try {
            publish(topic, event.subject().toString(), event.headers(), JSON.writeValueAsBytes(event.data()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the data of " + event.type() + " is no JSON", e);
        }
    }

    /** Publishes anything at all, such as what no producer should ever send. */
    public void publish(String topic, @Nullable String key, Map<String, String> headers, byte @Nullable [] value) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(message).get(ANSWER_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("could not publish to " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing to " + topic, e);
        }
    }

    /** Everything the topic holds at this moment, oldest first within each partition. */
    public List<Message> read(String topic) {
        List<Message> messages = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            Map<TopicPartition, Long> ends = startAtBeginning(consumer, topic);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(message -> messages.add(Message.of(message)));
            }
        }
        return messages;
    }

    /** The first message from the beginning that matches, waiting up to 30 s for it. */
    public Message await(String topic, Predicate<Message> wanted) {
        return await(topic, 1, wanted).get(0);
    }

    /** The first {@code count} messages from the beginning that match, waiting up to 30 s for them. */
    public List<Message> await(String topic, int count, Predicate<Message> wanted) {
        List<Message> found = new ArrayList<>();
        long deadline = System.nanoTime() + ANSWER_WITHIN.toNanos();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            startAtBeginning(consumer, topic);
            while (found.size() < count) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("after " + ANSWER_WITHIN.toSeconds() + " s " + topic + " held "
                            + found.size() + " of " + count + " messages");
                }
                for (ConsumerRecord<String, byte[]> consumed : consumer.poll(POLL)) {
                    Message message = Message.of(consumed);
                    if (found.size() < count && wanted.test(message)) {
                        found.add(message);
                    }
                }
            }
        }
        return found;
    }

    /** The first event about this subject, waiting up to 30 s for it. */
    public Event awaitEvent(String topic, String type, UUID subject) {
        return await(
                        topic,
                        message -> message.headers().getOrDefault("ce_type", "").equals(type)
                                && subject.toString().equals(message.headers().get("ce_subject")))
                .event();
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        20),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Waits up to 30 s for a topic that is only being created by whoever sends to it first. */
    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer, String topic) {
        long deadline = System.nanoTime() + ANSWER_WITHIN.toNanos();
        while (true) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic, ANSWER_WITHIN).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            if (!partitions.isEmpty()) {
                return partitions;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("there is no topic " + topic);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private static Map<TopicPartition, Long> startAtBeginning(KafkaConsumer<String, byte[]> consumer, String topic) {
        List<TopicPartition> partitions = partitions(consumer, topic);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer.endOffsets(partitions, ANSWER_WITHIN);
    }

    /** A message as Kafka holds it. */
    public record Message(
            int partition,
            long offset,
            @Nullable String key,
            Map<String, String> headers,
            @Nullable String value) {

        public Message {
            headers = Map.copyOf(headers);
        }

        static Message of(ConsumerRecord<String, byte[]> consumed) {
            Map<String, String> headers = new LinkedHashMap<>();
            for (Header header : consumed.headers()) {
                headers.put(
                        header.key(), header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
            }
            return new Message(
                    consumed.partition(),
                    consumed.offset(),
                    consumed.key(),
                    headers,
                    consumed.value() == null ? null : new String(consumed.value(), StandardCharsets.UTF_8));
        }

        /** The message read as a CloudEvent; a missing or malformed attribute is an error. */
        public Event event() {
            try {
                return new Event(
                        UUID.fromString(attribute("ce_id")),
                        attribute("ce_type"),
                        attribute("ce_source"),
                        UUID.fromString(attribute("ce_subject")),
                        Instant.parse(attribute("ce_time")),
                        attribute("ce_organizationid"),
                        Long.parseLong(attribute("ce_aggregateversion")),
                        headers.get("traceparent"),
                        JSON.readTree(value));
            } catch (JsonProcessingException e) {
                throw new AssertionError("the message's value is no JSON", e);
            }
        }

        private String attribute(String name) {
            return Optional.ofNullable(headers.get(name))
                    .orElseThrow(() -> new AssertionError("the message has no header " + name));
        }
    }

    /**
     * A CloudEvent of the suite.
     *
     * @param version version of the aggregate that the event is about
     */
    public record Event(
            UUID id,
            String type,
            String source,
            UUID subject,
            Instant time,
            String organization,
            long version,
            @Nullable String traceparent,
            JsonNode data) {

        public Event withId(UUID other) {
            return new Event(other, type, source, subject, time, organization, version, traceparent, data);
        }

        public Event withVersion(long other) {
            return new Event(id, type, source, subject, time, organization, other, traceparent, data);
        }

        public Event withTime(Instant other) {
            return new Event(id, type, source, subject, other, organization, version, traceparent, data);
        }

        public Event withTraceparent(String other) {
            return new Event(id, type, source, subject, time, organization, version, other, data);
        }

        /** The headers of binary mode. */
        public Map<String, String> headers() {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("ce_specversion", "1.0");
            headers.put("ce_id", id.toString());
            headers.put("ce_type", type);
            headers.put("ce_source", source);
            headers.put("ce_subject", subject.toString());
            headers.put("ce_time", time.toString());
            headers.put("ce_organizationid", organization);
            headers.put("ce_aggregateversion", Long.toString(version));
            headers.put("content-type", "application/json");
            if (traceparent != null) {
                headers.put("traceparent", traceparent);
            }
            return headers;
        }
    }
}
