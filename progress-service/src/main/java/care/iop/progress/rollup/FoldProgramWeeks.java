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

    private static final String FOLD = """
            with turn as materialized (select pg_try_advisory_xact_lock(hashtextextended('fold program_week', 0)) as mine),
            taken as (delete from program_week_change c using turn where turn.mine returning c.*)
            insert into program_week as p
            select organization_id, program_id, week_starts_on, sum(admitted), sum(ended), sum(people_reporting),
                   sum(people_using), sum(reported_days), sum(use_days), sum(mood_sum), sum(craving_sum),
                   sum(sleep_half_hours_sum), sum(scheduled_units), sum(program_cancelled_units), sum(attended_units),
                   sum(unmarked_units), sum(planned_minutes), sum(delivered_minutes)
              from taken
             group by organization_id, program_id, week_starts_on
            on conflict (organization_id, program_id, week_starts_on) do update
               set admitted = p.admitted + excluded.admitted,
                   ended = p.ended + excluded.ended,
                   people_reporting = p.people_reporting + excluded.people_reporting,
                   people_using = p.people_using + excluded.people_using,
                   reported_days = p.reported_days + excluded.reported_days,
                   use_days = p.use_days + excluded.use_days,
                   mood_sum = p.mood_sum + excluded.mood_sum,
                   craving_sum = p.craving_sum + excluded.craving_sum,
                   sleep_half_hours_sum = p.sleep_half_hours_sum + excluded.sleep_half_hours_sum,
                   scheduled_units = p.scheduled_units + excluded.scheduled_units,
                   program_cancelled_units = p.program_cancelled_units + excluded.program_cancelled_units,
                   attended_units = p.attended_units + excluded.attended_units,
                   unmarked_units = p.unmarked_units + excluded.unmarked_units,
                   planned_minutes = p.planned_minutes + excluded.planned_minutes,
                   delivered_minutes = p.delivered_minutes + excluded.delivered_minutes
            """;

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
                if (statement.executeUpdate(FOLD) > 0) {
                    statement.executeUpdate(FORGET_EMPTY);
                }
            } catch (SQLException e) {
                throw new IllegalStateException("the differences can't be folded", e);
            }
        });
    }
}
