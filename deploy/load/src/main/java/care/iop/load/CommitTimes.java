package care.iop.load;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * When PostgreSQL committed each row, by its own record ({@code track_commit_timestamp}). All databases of the run are on
 * one server and the harness is on the same machine, so that times compare.
 */
final class CommitTimes {

    private static final Duration CAUGHT_UP_WITHIN = Duration.ofMinutes(3);

    private final Suite suite;

    CommitTimes(Suite suite) {
        this.suite = suite;
    }

    /** Switches the record on, for which the server has to start again. */
    static void record(Suite suite) throws SQLException {
        try (var connection = suite.connect("postgres");
                var alter = connection.createStatement()) {
            alter.execute("alter system set track_commit_timestamp = on");
        }
        suite.postgres().restart();
    }

    Map<UUID, Instant> admissions() throws SQLException {
        return read("intake", "select id, pg_xact_commit_timestamp(xmin) from admission");
    }

    /** Of referrals that nothing has touched since they arrived. */
    Map<UUID, Instant> newReferrals() throws SQLException {
        return read("intake", "select id, pg_xact_commit_timestamp(xmin) from referral where version = 0");
    }

    Map<UUID, Instant> enrollments() throws SQLException {
        return read("scheduling", "select id, pg_xact_commit_timestamp(xmin) from enrollment");
    }

    /** Waits until every event of intake was published and scheduling has an enrollment for every admission. */
    void awaitCaughtUp() throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + CAUGHT_UP_WITHIN.toNanos();
        while (count("intake", "outbox") > 0 || count("scheduling", "enrollment") < count("intake", "admission")) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "after " + CAUGHT_UP_WITHIN.toSeconds() + " s the consumers had not caught up");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /** From each start to its end, leaving out starts that were known before. */
    static Samples between(Map<UUID, Instant> starts, Map<UUID, Instant> ends, Map<UUID, Instant> known) {
        List<Long> nanos = new ArrayList<>();
        starts.forEach((id, start) -> {
            var end = ends.get(id);
            if (!known.containsKey(id)) {
                if (end == null) {
                    throw new IllegalStateException("the event about " + id + " has not arrived");
                }
                nanos.add(Duration.between(start, end).toNanos());
            }
        });
        return new Samples(List.of(nanos.stream().mapToLong(Long::longValue).toArray()));
    }

    private Map<UUID, Instant> read(String database, String sql) throws SQLException {
        var times = new HashMap<UUID, Instant>();
        try (var connection = suite.connect(database);
                var select = connection.createStatement();
                var row = select.executeQuery(sql)) {
            while (row.next()) {
                times.put(
                        row.getObject(1, UUID.class),
                        row.getObject(2, OffsetDateTime.class).toInstant());
            }
        }
        return times;
    }

    private long count(String database, String table) throws SQLException {
        try (var connection = suite.connect(database);
                var select = connection.createStatement();
                var row = select.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
