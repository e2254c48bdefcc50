package care.iop.chassis.testing.backend;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * Starts the embedded servers of one test JVM and stops them when it ends.
 *
 * <p>Quarkus loads test classes anew for each profile and closes their class loader before the JVM's last moments, so
 * they are started through the JVM's own class loader.
 */
public final class TestServers {
    private TestServers() {}

    /** Starts PostgreSQL and returns the URL of its administrative database. */
    public static String startPostgres() {
        PostgresServer postgres = PostgresServer.startTemporary(Durability.IN_MEMORY);
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "stop-postgres"));
        return postgres.jdbcUrl("postgres");
    }

    /** Starts Kafka and returns its bootstrap servers. */
    public static String startKafka() {
        KafkaBroker kafka = KafkaBroker.temporary().autoCreateTopics().start();
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "stop-kafka"));
        return kafka.bootstrapServers();
    }

    /** Creates the topics that are missing. */
    public static void createTopics(String bootstrapServers, Map<String, Integer> partitionsByTopic) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            KafkaBroker.createTopics(admin, KafkaBroker.topics(partitionsByTopic));
        }
    }
}
