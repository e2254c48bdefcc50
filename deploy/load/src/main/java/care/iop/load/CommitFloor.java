package care.iop.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/**
 * What PostgreSQL itself can do with the least that an outbox needs: a transaction with two inserted rows, one of state
 * and one of an event. Measured by pgbench where there is one, else by the same statements over JDBC.
 */
final class CommitFloor {

    private static final String DATABASE = "floor";
    private static final String STATE =
            "insert into state (organization_id, id, body) values ('riverside', gen_random_uuid(), repeat('s', 200))";
    private static final String EVENT =
            "insert into event (organization_id, event_id, body) values ('riverside', gen_random_uuid(), repeat('e', 300))";
    private static final Pattern TRANSACTIONS_PER_SECOND = Pattern.compile("tps = ([0-9.]+) \\(without");

    private final Suite suite;
    private final Path script;
    private final boolean pgbench;

    CommitFloor(Suite suite) throws SQLException, IOException, InterruptedException {
        this.suite = suite;
        this.script = Files.createTempFile("iop-floor-", ".sql");
        this.pgbench = answersPgbench();
        script.toFile().deleteOnExit();
        Files.writeString(script, "begin;\n" + STATE + ";\n" + EVENT + ";\ncommit;\n");
        suite.postgres().createDatabase(DATABASE);
        try (var connection = suite.connect(DATABASE);
                var create = connection.createStatement()) {
            create.execute("""
                    create table state (organization_id text, id uuid, body text, primary key (organization_id, id));
                    create table event (id bigint generated always as identity primary key,
                                        organization_id text, event_id uuid, body text)
                    """);
        }
    }

    String tool() {
        return pgbench ? "pgbench, prepared statements" : "JDBC (no pgbench on the PATH)";
    }

    /** Commits per second. */
    double measure(int connections, Duration measured)
            throws IOException, InterruptedException, SQLException, ExecutionException {
        return pgbench ? byPgbench(connections, measured) : byJdbc(connections, measured);
    }

    private static boolean answersPgbench() throws InterruptedException {
        try {
            return new ProcessBuilder("pgbench", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private double byPgbench(int connections, Duration measured) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        "pgbench",
                        "-h",
                        "localhost",
                        "-p",
                        Integer.toString(suite.postgres().port()),
                        "-U",
                        "postgres",
                        "-n",
                        "-M",
                        "prepared",
                        "-c",
                        Integer.toString(connections),
                        "-j",
                        "2",
                        "-T",
                        Long.toString(measured.toSeconds()),
                        "-f",
                        script.toString(),
                        DATABASE)
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var found = TRANSACTIONS_PER_SECOND.matcher(output);
        if (process.waitFor() != 0 || !found.find()) {
            throw new IllegalStateException("pgbench failed:\n" + output);
        }
        return Double.parseDouble(found.group(1));
    }

    private double byJdbc(int connections, Duration measured)
            throws SQLException, InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(connections);
        var opened = new ArrayList<Connection>();
        try {
            for (int i = 0; i < connections; i++) {
                opened.add(suite.connect(DATABASE));
            }
            long end = System.nanoTime() + measured.toNanos();
            var counts = new ArrayList<Future<Long>>();
            for (var connection : opened) {
                Callable<Long> work = () -> commitUntil(end, connection);
                counts.add(pool.submit(work));
            }
            long commits = 0;
            for (var count : counts) {
                commits += count.get();
            }
            return commits / (measured.toNanos() / 1e9);
        } finally {
            pool.shutdownNow();
            for (var connection : opened) {
                connection.close();
            }
        }
    }

    private static long commitUntil(long end, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        long commits = 0;
        try (var state = connection.prepareStatement(STATE);
                var event = connection.prepareStatement(EVENT)) {
            while (System.nanoTime() < end) {
                state.executeUpdate();
                event.executeUpdate();
                connection.commit();
                commits++;
            }
        }
        return commits;
    }
}
