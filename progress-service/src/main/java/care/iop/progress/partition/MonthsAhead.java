package care.iop.progress.partition;

import care.iop.chassis.telemetry.RepeatedWork;
import care.iop.chassis.telemetry.RepeatedWork.Rounds;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Opens the coming months again and again, long before anything is written to them. Any number of instances may do so at
 * once. The gauge {@code iop.progress.partitions.ahead} says how many whole months after the present one are open.
 */
@ApplicationScoped
class MonthsAhead {

    private static final Logger LOG = Logger.getLogger(MonthsAhead.class);

    private final Months months;
    private final Clock clock;
    private final int ahead;
    private final Duration every;
    private final Rounds rounds;
    private final AtomicReference<YearMonth> openUntil = new AtomicReference<>();
    private @Nullable ScheduledFuture<?> looking;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "months-ahead"));

    MonthsAhead(
            Months months,
            Clock clock,
            MeterRegistry meters,
            RepeatedWork works,
            @ConfigProperty(name = "iop.progress.months-ahead") int ahead,
            @ConfigProperty(name = "iop.progress.months-ahead-every") Duration every) {
        this.months = months;
        this.clock = clock;
        this.ahead = ahead;
        this.every = every;
        this.rounds = works.watch("months-ahead", every);
        openUntil.set(thisMonth().minusMonths(1));
        meters.gauge("iop.progress.partitions.ahead", this, MonthsAhead::monthsAhead);
    }

    void start(@Observes StartupEvent started) {
        looking = watch.scheduleWithFixedDelay(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (looking != null) {
            looking.cancel(true);
        }
        watch.shutdownNow();
    }

    private void look() {
        try {
            openAhead();
            rounds.endedWell();
        } catch (RuntimeException e) {
            rounds.failed();
            LOG.error("the coming months can't be opened; trying again", e);
        }
    }

    /** Opens the month before, for those who report late, this one, and the next ones. */
    void openAhead() {
        var present = thisMonth();
        for (var month = present.minusMonths(1);
                !month.isAfter(present.plusMonths(ahead));
                month = month.plusMonths(1)) {
            for (var table : MonthlyTable.values()) {
                months.openAhead(table, month.atDay(1));
            }
            openUntil.set(month);
        }
    }

    /** Whole months after the present one that are open; -1 when not even this one is. */
    double monthsAhead() {
        return thisMonth().until(openUntil.get(), ChronoUnit.MONTHS);
    }

    private YearMonth thisMonth() {
        return YearMonth.from(LocalDate.now(clock.withZone(ZoneOffset.UTC)));
    }
}
