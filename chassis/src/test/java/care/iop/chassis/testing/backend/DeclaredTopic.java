package care.iop.chassis.testing.backend;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * One entry of {@code deploy/topics.yaml}, the one declaration of the suite's topics.
 *
 * @param retention how long events are kept
 * @param producer the service that publishes
 * @param consumers the services that listen
 */
public record DeclaredTopic(String name, int partitions, Duration retention, String producer, List<String> consumers) {
    private static final String FILE = "deploy/topics.yaml";
    private static final String DEAD_LETTERS = ".dlq";

    public DeclaredTopic {
        consumers = List.copyOf(consumers);
    }

    /** Reads a declaration. */
    public static List<DeclaredTopic> read(Path file) {
        try {
            return new ObjectMapper(new YAMLFactory())
                    .findAndRegisterModules()
                    .readValue(file.toFile(), Declaration.class)
                    .topics();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the topics in " + file, e);
        }
    }

    /** The declaration of the checkout that this directory belongs to. */
    public static Optional<Path> findFile(Path directory) {
        for (Path parent = directory.toAbsolutePath(); parent != null; parent = parent.getParent()) {
            Path file = parent.resolve(FILE);
            if (Files.exists(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** Partitions by name of every topic and of its dead-letter topic, which has one. */
    public static Map<String, Integer> partitionsByName(List<DeclaredTopic> topics) {
        Map<String, Integer> partitions = new LinkedHashMap<>();
        for (DeclaredTopic topic : topics) {
            partitions.put(topic.name(), topic.partitions());
            partitions.put(topic.name() + DEAD_LETTERS, 1);
        }
        return partitions;
    }

    /** The topic and its dead-letter topic as Kafka creates them. */
    List<NewTopic> toCreate() {
        Map<String, String> configuration =
                Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
        return List.of(
                new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(configuration),
                new NewTopic(name + DEAD_LETTERS, Optional.of(1), Optional.empty()).configs(configuration));
    }

    private record Declaration(List<DeclaredTopic> topics) {}
}
