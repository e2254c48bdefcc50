package care.iop.chassis.testing;

import care.iop.chassis.testing.backend.ContainerServers;
import care.iop.chassis.testing.backend.DeclaredTopic;
import care.iop.chassis.testing.backend.TestDatabase;
import care.iop.chassis.testing.backend.TestServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * Gives a {@code @QuarkusTest} a fresh database of a real PostgreSQL and a real Kafka. Both start once for a test JVM.
 *
 * <p>The system property {@value #SWITCH} decides where they run: {@code containers} (fails without a Docker engine),
 * {@code embedded}, or {@code auto}, the default: containers where an engine answers, else embedded. Tests can't tell.
 *
 * <p>Kafka gets the topics of {@code deploy/topics.yaml} and those that the argument {@value #TOPICS} lists, separated by
 * commas; further ones are created at first use, with six partitions.
 */
public final class TestBackends implements QuarkusTestResourceLifecycleManager {
    /** Name of the argument with further topics. */
    public static final String TOPICS = "topics";

    private static final String SWITCH = "iop.test.backends";
    private static final int PARTITIONS = 6;

    // A static field would not survive a change of test profile: what runs is remembered in system properties.
    private static final String POSTGRES_URL = "iop.test.running.postgres.url";
    private static final String POSTGRES_USERNAME = "iop.test.running.postgres.username";
    private static final String POSTGRES_PASSWORD = "iop.test.running.postgres.password";
    private static final String KAFKA = "iop.test.running.kafka";

    private Map<String, Integer> topics = Map.of();
    private TestDatabase database;

    private enum Where {
        AUTO,
        CONTAINERS,
        EMBEDDED
    }

    @Override
    public void init(Map<String, String> arguments) {
        topics = topics(arguments);
    }

    static Map<String, Integer> topics(Map<String, String> arguments) {
        Map<String, Integer> topics = new LinkedHashMap<>();
        DeclaredTopic.findFile(Path.of(""))
                .map(DeclaredTopic::read)
                .map(DeclaredTopic::partitionsByName)
                .ifPresent(topics::putAll);
        for (String topic : arguments.getOrDefault(TOPICS, "").split(",", -1)) {
            if (!topic.isBlank()) {
                topics.putIfAbsent(topic.strip(), PARTITIONS);
            }
        }
        return topics;
    }

    @Override
    public Map<String, String> start() {
        if (System.getProperty(KAFKA) == null) {
            if (useContainers(System.getProperty(SWITCH, "auto"))) {
                startContainers();
            } else {
                startEmbedded();
            }
        }
        TestServers.createTopics(System.getProperty(KAFKA), topics);
        database = TestDatabase.create(
                System.getProperty(POSTGRES_URL),
                System.getProperty(POSTGRES_USERNAME),
                System.getProperty(POSTGRES_PASSWORD));
        return Map.of(
                "quarkus.datasource.jdbc.url", database.url(),
                "quarkus.datasource.username", database.username(),
                "quarkus.datasource.password", database.password(),
                "kafka.bootstrap.servers", System.getProperty(KAFKA));
    }

    @Override
    public void stop() {
        if (database != null) {
            database.drop();
        }
    }

    static boolean useContainers(String choice) {
        return switch (Where.valueOf(choice.toUpperCase(Locale.ROOT))) {
            case EMBEDDED -> false;
            case AUTO -> ContainerServers.available();
            case CONTAINERS -> {
                if (!ContainerServers.available()) {
                    throw new IllegalStateException(
                            SWITCH + "=containers, but no Docker engine answers. Maybe start one, or use embedded.");
                }
                yield true;
            }
        };
    }

    private static void startContainers() {
        PostgreSQLContainer postgres = ContainerServers.startPostgres();
        KafkaContainer kafka = ContainerServers.startKafka();
        remember(postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword(), kafka.getBootstrapServers());
        try {
            // What mvn -Pcontainers looks for.
            Files.writeString(
                    Path.of("target", "containers-ran"),
                    postgres.getDockerImageName() + "\n" + kafka.getDockerImageName() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("could not note that containers ran", e);
        }
    }

    /** Quarkus closes the class loader of its tests before the JVM ends, so the servers live in the JVM's own. */
    private static void startEmbedded() {
        ClassLoader ofTest = Thread.currentThread().getContextClassLoader();
        try {
            Class<?> servers = ClassLoader.getSystemClassLoader().loadClass(TestServers.class.getName());
            Thread.currentThread().setContextClassLoader(ClassLoader.getSystemClassLoader());
            remember((String) servers.getMethod("startPostgres").invoke(null), "postgres", "postgres", (String)
                    servers.getMethod("startKafka").invoke(null));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("could not start the embedded servers", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("could not start the embedded servers", e);
        } finally {
            Thread.currentThread().setContextClassLoader(ofTest);
        }
    }

    private static void remember(String postgresUrl, String username, String password, String bootstrapServers) {
        System.setProperty(POSTGRES_URL, postgresUrl);
        System.setProperty(POSTGRES_USERNAME, username);
        System.setProperty(POSTGRES_PASSWORD, password);
        System.setProperty(KAFKA, bootstrapServers);
    }
}
