package care.iop.chassis.testing.backend;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The same servers as containers, where a Docker engine answers. Testcontainers removes them after the JVM's end. */
public final class ContainerServers {
    private static final String POSTGRES_IMAGE = "iop.test.postgres.image";
    private static final String KAFKA_IMAGE = "iop.test.kafka.image";

    private ContainerServers() {}

    /** Whether a Docker engine answers. */
    public static boolean available() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    /** Starts PostgreSQL from the image that the system property {@value #POSTGRES_IMAGE} names. */
    @SuppressWarnings("resource")
    public static PostgreSQLContainer startPostgres() {
        PostgreSQLContainer postgres = new PostgreSQLContainer(
                        DockerImageName.parse(System.getProperty(POSTGRES_IMAGE, "postgres:18"))
                                .asCompatibleSubstituteFor("postgres"))
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
        postgres.start();
        return postgres;
    }

    /** Starts Kafka from the image that the system property {@value #KAFKA_IMAGE} names. */
    @SuppressWarnings("resource")
    public static KafkaContainer startKafka() {
        KafkaContainer kafka = new KafkaContainer(
                        DockerImageName.parse(System.getProperty(KAFKA_IMAGE, "apache/kafka:4.1.2"))
                                .asCompatibleSubstituteFor("apache/kafka"))
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .withEnv("KAFKA_NUM_PARTITIONS", "6");
        kafka.start();
        return kafka;
    }
}
