package care.iop.chassis.inbox;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The operator's command that puts dead letters back on their topic, in their order, once what failed is mended. Consumers
 * that had handled a record drop it again by its event id; letters put back are not put back twice, because the command
 * reads as a consumer group of its own.
 *
 * <p>Usage: {@code java -cp 'quarkus-app/lib/main/*' care.iop.chassis.inbox.ReplayDeadLetters --bootstrap-servers
 * HOST:PORT --topic TOPIC [--config client.properties]}
 */
public final class ReplayDeadLetters {

    private static final String GROUP = "dead-letter-replay";

    private ReplayDeadLetters() {}

    /** Replays and prints how many; exits with 2 when called wrongly. */
    public static void main(String[] args) throws Exception {
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) throws Exception {
        var options = new HashMap<String, String>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        var servers = options.get("--bootstrap-servers");
        var topic = options.get("--topic");
        if (servers == null || topic == null || args.length % 2 != 0) {
            err.println("usage: --bootstrap-servers HOST:PORT --topic TOPIC [--config client.properties]");
            return 2;
        }
        if (topic.endsWith(DeadLetters.SUFFIX)) {
            err.println("name the topic itself, without " + DeadLetters.SUFFIX);
            return 2;
        }
        var settings = new HashMap<String, Object>();
        var config = options.get("--config");
        if (config != null) {
            var properties = new Properties();
            try (var reader = Files.newBufferedReader(Path.of(config))) {
                properties.load(reader);
            }
            properties.forEach((name, value) -> settings.put(name.toString(), value));
        }
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        out.println(replay(settings, topic) + " dead letters of " + topic + " were put back");
        return 0;
    }

    /** Puts every dead letter of the topic back that no earlier replay has, and says how many. */
    static int replay(Map<String, Object> kafka, String topic) throws InterruptedException, ExecutionException {
        var reading = new HashMap<>(kafka);
        reading.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        reading.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        reading.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        var writing = new HashMap<>(kafka);
        writing.put(ProducerConfig.ACKS_CONFIG, "all");
        writing.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        int count = 0;
        try (var letters = new KafkaConsumer<>(reading, new StringDeserializer(), new ByteArrayDeserializer());
                var producer = new KafkaProducer<>(writing, new StringSerializer(), new ByteArraySerializer())) {
            var partitions = letters.partitionsFor(topic + DeadLetters.SUFFIX).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            letters.assign(partitions);
            var ends = letters.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> letters.position(p) < ends.getOrDefault(p, 0L))) {
                for (var letter : letters.poll(Duration.ofMillis(500))) {
                    if (letter.offset()
                            >= ends.getOrDefault(new TopicPartition(letter.topic(), letter.partition()), 0L)) {
                        continue;
                    }
                    var message = new ProducerRecord<>(topic, letter.key(), letter.value());
                    for (var header : letter.headers()) {
                        if (!header.key().startsWith(DeadLetters.HEADER_PREFIX)) {
                            message.headers().add(header);
                        }
                    }
                    message.headers().add("replayed", "true".getBytes(StandardCharsets.UTF_8));
                    producer.send(message).get();
                    count++;
                }
                letters.commitSync();
            }
        }
        return count;
    }
}
