package care.iop.progress.review;

import care.iop.chassis.caller.Acting;
import care.iop.chassis.telemetry.RepeatedWork;
import care.iop.chassis.telemetry.RepeatedWork.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Looks again and again for people whose level of care should be reviewed. */
@ApplicationScoped
class ReviewWatch {

    private static final Logger LOG = Logger.getLogger(ReviewWatch.class);

    private static final String ORGANIZATIONS = "select distinct organization_id from episode where ended_on is null";

    private final DataSource database;
    private final Acting acting;
    private final ReviewEpisodes reviewEpisodes;
    private final Duration every;
    private final Rounds rounds;
    private @Nullable ScheduledFuture<?> looking;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "review-watch"));

    ReviewWatch(
            DataSource database,
            Acting acting,
            ReviewEpisodes reviewEpisodes,
            RepeatedWork works,
            @ConfigProperty(name = "iop.progress.review-watch-every") Duration every) {
        this.database = database;
        this.acting = acting;
        this.reviewEpisodes = reviewEpisodes;
        this.every = every;
        this.rounds = works.watch("review-watch", every);
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
            organizations().forEach(this::lookAt);
            rounds.endedWell();
        } catch (RuntimeException | SQLException e) {
            rounds.failed();
            LOG.error("levels of care can't be reviewed; trying again", e);
        }
    }

    /** Looks at everybody in treatment of this organization. */
    void lookAt(String organization) {
        var after = ReviewEpisodes.beginning();
        for (var last = page(organization, after); !last.equals(after); last = page(organization, after)) {
            after = last;
        }
    }

    private UUID page(String organization, UUID after) {
        var last = new ArrayList<UUID>();
        acting.forOrganization(organization, "review-watch", () -> last.add(reviewEpisodes.look(after)));
        return last.get(0);
    }

    private List<String> organizations() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(ORGANIZATIONS);
                var rows = query.executeQuery()) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
