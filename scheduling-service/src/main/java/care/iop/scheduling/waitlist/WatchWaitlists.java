package care.iop.scheduling.waitlist;

import care.iop.chassis.caller.Acting;
import care.iop.chassis.telemetry.RepeatedWork;
import care.iop.chassis.telemetry.RepeatedWork.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Notices freed seats and overdue offers, however they came about, and starts the promotion. Looks in the tables rather than
 * listening, so that a seat that frees while the process is down is not missed.
 */
@ApplicationScoped
class WatchWaitlists {

    private static final Logger LOG = Logger.getLogger(WatchWaitlists.class);

    private static final String LOOK = """
            select distinct e.organization_id, e.series_id from waitlist_entry e
             where (e.status = 'OFFERED' and e.offer_until <= ?)
                or (e.status = 'WAITING' and e.look_at <= ? and (
                    e.first_on < (?::timestamptz - interval '1 day')::date
                    or not exists (
                    select from jsonb_array_elements_text(e.days) as day (value)
                     where not exists (
                           select from session s
                            where s.organization_id = e.organization_id and s.series_id = e.series_id
                              and s.session_on = cast(day.value as date) and s.status = 'SCHEDULED'
                              and s.seats_taken < s.capacity))))
             limit 100
            """;

    private final DataSource database;
    private final PromoteWaiting promoteWaiting;
    private final Acting acting;
    private final WaitlistSettings settings;
    private final Clock clock;
    private final Rounds rounds;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
    private @Nullable ScheduledFuture<?> looking;

    WatchWaitlists(
            DataSource database,
            PromoteWaiting promoteWaiting,
            Acting acting,
            WaitlistSettings settings,
            Clock clock,
            RepeatedWork works) {
        this.database = database;
        this.promoteWaiting = promoteWaiting;
        this.acting = acting;
        this.settings = settings;
        this.clock = clock;
        this.rounds = works.watch("waitlists", settings.lookEvery());
    }

    private record Line(String organization, UUID seriesId) {}

    void start(@Observes StartupEvent started) {
        var every = settings.lookEvery().toMillis();
        looking = looks.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (looking != null) {
            looking.cancel(false);
        }
        looks.shutdown();
    }

    private void look() {
        try {
            for (var line : lines()) {
                promote(line);
            }
            rounds.endedWell();
        } catch (SQLException | RuntimeException e) {
            rounds.failed();
            LOG.warnf("waitlists can't be looked at now: %s", e.getMessage());
        }
    }

    private void promote(Line line) {
        try {
            acting.forOrganization(line.organization(), "waitlist", () -> promoteWaiting.promote(line.seriesId()));
        } catch (RuntimeException e) {
            // A seat that is taken at the same moment is one reason; the next look finds out what is true then.
            LOG.warnf("the waitlist of series %s was not served: %s", line.seriesId(), e.getMessage());
        }
    }

    private List<Line> lines() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(LOOK)) {
            var now = Timestamp.from(clock.instant());
            query.setTimestamp(1, now);
            query.setTimestamp(2, now);
            query.setTimestamp(3, now);
            var lines = new ArrayList<Line>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    lines.add(new Line(rows.getString(1), rows.getObject(2, UUID.class)));
                }
            }
            return lines;
        }
    }
}
