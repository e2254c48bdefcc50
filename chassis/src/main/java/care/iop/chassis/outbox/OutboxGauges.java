package care.iop.chassis.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Shows how much waits to be published and how long the oldest event has waited: the signs that Kafka is away. They are
 * read when they are scraped; a database that can't be asked gives NaN, which alert rules see as absent.
 */
@ApplicationScoped
class OutboxGauges {

    /** Counting stops here: an alert needs to know that there are many, not how many exactly. */
    private static final int COUNTED = 100_000;

    private final DataSource database;
    private final OutboxRelay relay;
    private final MeterRegistry metrics;

    OutboxGauges(DataSource database, OutboxRelay relay, MeterRegistry metrics) {
        this.database = database;
        this.relay = relay;
        this.metrics = metrics;
    }

    void onStart(@Observes StartupEvent event) {
        Gauge.builder("iop.outbox.backlog", this, OutboxGauges::backlog)
                .description("Events not yet published, counted up to " + COUNTED)
                .register(metrics);
        Gauge.builder("iop.outbox.oldest", this, OutboxGauges::oldestSeconds)
                .description("Age of the oldest event that is not yet published")
                .baseUnit("seconds")
                .register(metrics);
        Gauge.builder("iop.outbox.relay.active", relay, r -> r.isActive() ? 1 : 0)
                .description("1 in the one process that publishes")
                .register(metrics);
    }

    private double backlog() {
        return ask("select count(*) from (select 1 from outbox limit " + COUNTED + ") as counted");
    }

    private double oldestSeconds() {
        return ask(
                "select coalesce(extract(epoch from now() - (select occurred_at from outbox order by id limit 1)), 0)");
    }

    private double ask(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.setQueryTimeout(2);
            try (var row = statement.executeQuery(sql)) {
                return row.next() ? row.getDouble(1) : Double.NaN;
            }
        } catch (SQLException e) {
            return Double.NaN;
        }
    }
}
