package care.iop.progress.alert;

import care.iop.chassis.caller.Acting;
import care.iop.chassis.telemetry.RepeatedWork;
import care.iop.chassis.telemetry.RepeatedWork.Rounds;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Looks again and again for alerts that nobody answered in time. Any number of instances may look at once. */
@ApplicationScoped
class AlertWatch {

    private static final Logger LOG = Logger.getLogger(AlertWatch.class);

    private static final String ORGANIZATIONS = """
            select organization_id from alert where acknowledged_at is null and due_at <= ?
             union
            select organization_id from alert where quiet_until <= ?
            """;

    private final DataSource database;
    private final Acting acting;
    private final EscalateAlerts escalateAlerts;
    private final Clock clock;
    private final Duration every;
    private final Rounds rounds;
    private @Nullable ScheduledFuture<?> looking;
    private final Counter escalated;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "alert-watch"));

    AlertWatch(
            DataSource database,
            Acting acting,
            EscalateAlerts escalateAlerts,
            Clock clock,
            MeterRegistry meters,
            RepeatedWork works,
            @ConfigProperty(name = "iop.progress.alert-watch-every") Duration every) {
        this.database = database;
        this.acting = acting;
        this.escalateAlerts = escalateAlerts;
        this.clock = clock;
        this.every = every;
        this.rounds = works.watch("alert-watch", every);
        this.escalated = meters.counter("iop.progress.alerts.escalated");
    }

    void start(@Observes StartupEvent started) {
        looking = watch.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (looking != null) {
            looking.cancel(true);
        }
        watch.shutdownNow();
    }

    private void look() {
        try {
            for (var organization : organizations()) {
                acting.forOrganization(
                        organization, "alert-watch", () -> escalated.increment(escalateAlerts.escalateDue()));
            }
            rounds.endedWell();
        } catch (RuntimeException | SQLException e) {
            rounds.failed();
            LOG.error("alerts that nobody answered can't be looked for; trying again", e);
        }
    }

    private List<String> organizations() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(ORGANIZATIONS)) {
            var now = Timestamp.from(clock.instant());
            query.setTimestamp(1, now);
            query.setTimestamp(2, now);
            var found = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }
}
