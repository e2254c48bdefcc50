package care.iop.chassis.testing;

import care.iop.chassis.testing.backend.Durability;
import care.iop.chassis.testing.backend.KafkaBroker;
import care.iop.chassis.testing.backend.PostgresServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} a PostgreSQL and a Kafka of its own behind fault proxies, and sets its fields of type
 * {@link Faults}. They are always embedded, because a test kills and restarts them. Takes the arguments of
 * {@link TestBackends}.
 */
public final class FaultyBackends implements QuarkusTestResourceLifecycleManager {
    private Map<String, Integer> topics = Map.of();
    private Faults faults;

    @Override
    public void init(Map<String, String> arguments) {
        topics = TestBackends.topics(arguments);
    }

    @Override
    public Map<String, String> start() {
        PostgresServer postgres = PostgresServer.startTemporary(Durability.ON_DISK);
        postgres.createDatabase("test");
        FaultProxy postgresNetwork = FaultProxy.to("localhost", postgres.port());

        FaultProxy kafkaNetwork = FaultProxy.open();
        KafkaBroker.Builder settings =
                KafkaBroker.temporary().autoCreateTopics().advertisingProxy(kafkaNetwork.port());
        topics.forEach(settings::topic);
        KafkaBroker kafka = settings.start();
        kafkaNetwork.forwardTo("localhost", kafka.proxyTargetPort());

        faults = new Faults(postgres, postgresNetwork, kafka, kafkaNetwork);
        return Map.of(
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://localhost:" + postgresNetwork.port() + "/test",
                "quarkus.datasource.username",
                PostgresServer.USERNAME,
                "quarkus.datasource.password",
                PostgresServer.USERNAME,
                "kafka.bootstrap.servers",
                "localhost:" + kafkaNetwork.port());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(faults, new TestInjector.MatchesType(Faults.class));
    }

    @Override
    public void stop() {
        if (faults != null) {
            faults.postgresNetwork().close();
            faults.kafkaNetwork().close();
            faults.kafka().close();
            faults.postgres().close();
        }
    }
}
