package care.iop.intake.authorization;

import care.iop.chassis.caller.Acting;
import care.iop.chassis.telemetry.RepeatedWork;
import care.iop.chassis.telemetry.RepeatedWork.Rounds;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts in the background the stays that something happened to, and every stay once a day. A roster that is published
 * changes many bookings of a stay at once, and leads to one forecast. Each process takes its share.
 */
@ApplicationScoped
class ForecastLater {

    private static final Logger LOG = Logger.getLogger(ForecastLater.class);

    private static final int BATCH = 100;

    private final ToForecast toForecast;
    private final ForecastAuthorizations forecast;
    private final AuthorizationPolicy policy;
    private final Acting acting;
    private final long pauseMillis;
    private final Rounds rounds;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "forecast-authorizations"));
    private @Nullable ScheduledFuture<?> forecasting;
    private LocalDate sweptOn = LocalDate.MIN;

    ForecastLater(
            ToForecast toForecast,
            ForecastAuthorizations forecast,
            AuthorizationPolicy policy,
            Acting acting,
            AuthorizationSettings settings,
            RepeatedWork works) {
        this.toForecast = toForecast;
        this.forecast = forecast;
        this.policy = policy;
        this.acting = acting;
        this.pauseMillis = settings.forecastEvery().toMillis();
        this.rounds = works.watch("forecast-authorizations", settings.forecastEvery());
    }

    void start(@Observes StartupEvent started) {
        forecasting =
                worker.scheduleWithFixedDelay(this::forecastWaiting, pauseMillis, pauseMillis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (forecasting != null) {
            forecasting.cancel(false);
        }
        worker.shutdown();
        if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
            LOG.warn("forecasting authorizations didn't end in time: the batch is taken again after the next start");
        }
    }

    private void forecastWaiting() {
        try {
            var today = policy.today();
            if (sweptOn.isBefore(today)) {
                toForecast.addFromDaysBefore(today);
                sweptOn = today;
            }
            var organization = toForecast.nextOrganization();
            while (organization.isPresent() && !worker.isShutdown()) {
                var done = new AtomicInteger();
                acting.forOrganization(
                        organization.get(),
                        "forecast-authorizations",
                        () -> done.set(QuarkusTransaction.requiringNew().call(this::forecastBatch)));
                // None: another process has taken those that wait.
                organization = done.get() == 0 ? Optional.empty() : toForecast.nextOrganization();
            }
            rounds.endedWell();
        } catch (RuntimeException e) {
            rounds.failed();
            LOG.warnf(e, "forecasting authorizations failed and is tried again");
        }
    }

    private int forecastBatch() {
        var stays = toForecast.take(BATCH);
        forecast.of(stays);
        return stays.size();
    }
}
