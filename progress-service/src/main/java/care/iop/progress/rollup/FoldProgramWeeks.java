package care.iop.progress.rollup;

import care.iop.chassis.telemetry.RepeatedWork;
import care.iop.chassis.telemetry.RepeatedWork.Rounds;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Folds the differences that transactions left behind into the programs' weeks, again and again. Readers add up both, so it
 * changes no number; any number of instances may try, one of them does it.
 */
@ApplicationScoped
class FoldProgramWeeks {

    private static final Logger LOG = Logger.getLogger(FoldProgramWeeks.class);

    private static final String FORGET_EMPTY = """
            delete from program_week
             where admitted = 0 and ended = 0 and reported_days = 0 and scheduled_units = 0
            """;

    private final DataSource database;
    private final Duration every;
    private final Rounds rounds;
    private @Nullable ScheduledFuture<?> folding;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "rollup-fold"));

    FoldProgramWeeks(
            DataSource database,
            RepeatedWork works,
            @ConfigProperty(name = "iop.progress.rollup-fold-every") Duration every) {
        this.database = database;
        this.every = every;
        this.rounds = works.watch("rollup-fold", every);
    }

    void start(@Observes StartupEvent started) {
        folding = watch.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (folding != null) {
            folding.cancel(true);
        }
        watch.shutdownNow();
    }

    private void look() {
        try {
            fold();
            rounds.endedWell();
        } catch (RuntimeException e) {
            rounds.failed();
            LOG.error("differences of programs' weeks can't be folded; trying again", e);
        }
    }

    /** Folds all differences that are committed. */
    void fold() {
        QuarkusTransaction.requiringNew().run(() -> {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                if (statement.executeUpdate(ProgramWeekSql.FOLD) > 0) {
                    statement.executeUpdate(FORGET_EMPTY);
                }
            } catch (SQLException e) {
                throw new IllegalStateException("the differences can't be folded", e);
            }
        });
    }
}
