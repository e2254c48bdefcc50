package care.iop.chassis.testing;

import care.iop.chassis.testing.backend.KafkaBroker;
import care.iop.chassis.testing.backend.PostgresServer;

/**
 * What a test can do to the servers of {@link FaultyBackends}: kill and restart them, or disturb the network before them.
 *
 * @param postgresNetwork between the application and PostgreSQL
 * @param kafkaNetwork between the application and Kafka; {@code kafka.bootstrapServers()} goes around it
 */
public record Faults(PostgresServer postgres, FaultProxy postgresNetwork, KafkaBroker kafka, FaultProxy kafkaNetwork) {

    /** Heals the network and starts what was killed. */
    public void heal() {
        postgresNetwork.heal();
        kafkaNetwork.heal();
        if (!postgres.isRunning()) {
            postgres.restart();
        }
        if (!kafka.isRunning()) {
            kafka.restart();
        }
    }
}
