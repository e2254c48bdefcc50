package care.iop.load;

import static care.iop.load.RosterProgram.JSON;
import static care.iop.load.RosterProgram.expect;
import static care.iop.load.RosterProgram.print;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Kills scheduling as {@code kill -9} does, in the middle of a search and in the middle of publications. A search has to be taken
 * over and end; after a publication the week has to hold the whole roster or nothing of it, and the run has to say which.
 */
public final class RosterFaults {

    private static final String USAGE = "usage: roster-faults [--clients N] [--rounds N] [--jvm-options \"…\"]";
    private static final Set<String> OPTIONS = Set.of("--clients", "--rounds", "--jvm-options");
    private static final int SEARCH_SECONDS = 10;

    private final Suite suite;
    private final Options options;
    private final ServiceProcess scheduling;
    private final RosterProgram program;
    private final Random random = new Random(42);
    private int publicationMillis;

    private RosterFaults(Suite suite, Options options, ServiceProcess scheduling) {
        this.suite = suite;
        this.options = options;
        this.scheduling = scheduling;
        this.program = new RosterProgram(suite, scheduling);
    }

    /** Runs the faults and prints what came of them; exits with 1 when a promise was broken, with 2 when called wrongly. */
    public static void main(String[] arguments) {
        int status = 0;
        try {
            var options = new Options(arguments, OPTIONS, USAGE);
            try (var suite = new Suite(Suite.findCheckout(), options.jvmOptions())) {
                new RosterFaults(suite, options, suite.start(SuiteService.SCHEDULING, "scheduling")).run();
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            status = 2;
        } catch (Exception e) {
            System.err.println("The drill failed: " + e);
            status = 1;
        }
        System.exit(status);
    }

    private void run() throws Exception {
        int clients = options.number("--clients", 120);
        program.open(clients);
        program.admit(clients);
        var solved = killInASearch();
        print("| fault | moment | the week after | the run after |\n|---|---|---|---|");
        long whole = publishAndRollBack(solved);
        int old = 0;
        int rounds = options.number("--rounds", 6);
        for (int round = 0; round < rounds; round++) {
            old += killInAPublication(whole) ? 1 : 0;
        }
        print(
                "%n%d publications were killed: %d weeks are as before, %d hold the whole roster, none is between.",
                rounds, old, rounds - old);
    }

    private UUID killInASearch() throws Exception {
        UUID run;
        try (var connection = new KeepAliveConnection(scheduling.port())) {
            run = program.startRun(connection, SEARCH_SECONDS);
        }
        TimeUnit.SECONDS.sleep(SEARCH_SECONDS / 3);
        long began = System.nanoTime();
        restart();
        var ended = program.awaitEnd(run);
        require(
                ended.get("status").asText().equals("SOLVED"),
                "the run was not taken over: it is " + ended.get("status"));
        require(
                ended.get("attempts").asInt() == 2,
                "the run was begun " + ended.get("attempts") + " times instead of 2");
        print(
                "Killed in a search of %d s: taken over and solved %.0f s after the kill, begun %d times.%n",
                SEARCH_SECONDS,
                (System.nanoTime() - began) / 1e9,
                ended.get("attempts").asInt());
        return run;
    }

    /** How many bookings the whole roster makes; the week is empty again after this. */
    private long publishAndRollBack(UUID run) throws Exception {
        try (var connection = new KeepAliveConnection(scheduling.port())) {
            long began = System.nanoTime();
            expect(RosterProgram.publish(connection, run), 200);
            publicationMillis = Math.max(50, (int) ((System.nanoTime() - began) / 1_000_000));
            long whole = bookings();
            rollBack(connection, run);
            require(bookings() == 0, "after the rollback " + bookings() + " bookings are left");
            return whole;
        }
    }

    /** Whether the week is as before. */
    private boolean killInAPublication(long whole) throws Exception {
        UUID run;
        try (var connection = new KeepAliveConnection(scheduling.port())) {
            run = program.startRun(connection, 2);
        }
        program.awaitEnd(run);
        int after = random.nextInt(publicationMillis * 3 / 2);
        var publishing = CompletableFuture.runAsync(() -> publishUntilKilled(run));
        TimeUnit.MILLISECONDS.sleep(after);
        restart();
        publishing.get(1, TimeUnit.MINUTES);
        long now = bookings();
        var status = read(run).get("status").asText();
        print(
                "| kill -9 in a publication | after %d of about %d ms | %d bookings | %s |",
                after, publicationMillis, now, status);
        long expected = read(run).get("result").get("weeks").findValues("sessions").stream()
                .mapToLong(JsonNode::size)
                .sum();
        require(
                now == 0 || now == expected,
                "the week holds " + now + " of " + expected + " bookings, like " + whole + " before");
        require(
                status.equals(now == 0 ? "SOLVED" : "PUBLISHED"),
                "the run says " + status + " of a week with " + now + " bookings");
        require(orphans() == 0, orphans() + " scheduled sessions have nobody in them");
        if (now == 0) {
            try (var connection = new KeepAliveConnection(scheduling.port())) {
                expect(RosterProgram.publish(connection, run), 200);
            }
        }
        try (var connection = new KeepAliveConnection(scheduling.port())) {
            rollBack(connection, run);
        }
        return now == 0;
    }

    private void publishUntilKilled(UUID run) {
        try (var connection = new KeepAliveConnection(scheduling.port())) {
            RosterProgram.publish(connection, run);
        } catch (IOException killed) {
            // The answer never came: that is the fault.
        }
    }

    private void rollBack(KeepAliveConnection connection, UUID run) throws IOException {
        var publication = read(run).get("publicationId").asText();
        expect(
                connection.post(
                        "/scheduling/api/roster-publications/" + publication + "/rollback",
                        RosterProgram.token(),
                        "",
                        "{}"),
                200);
    }

    private JsonNode read(UUID run) throws IOException {
        try (var connection = new KeepAliveConnection(scheduling.port())) {
            var answer = connection.get("/scheduling/api/roster-runs/" + run, RosterProgram.token());
            expect(answer, 200);
            return JSON.readTree(answer.body());
        }
    }

    private void restart() throws InterruptedException {
        scheduling.kill();
        scheduling.restart();
        scheduling.awaitReady();
    }

    private long bookings() throws SQLException {
        return number("select count(*) from booking where status = 'BOOKED'");
    }

    private long orphans() throws SQLException {
        return number("select count(*) from session where status = 'SCHEDULED' and seats_taken = 0");
    }

    private long number(String sql) throws SQLException {
        try (var database = suite.connect("scheduling");
                var query = database.prepareStatement(sql);
                var rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void require(boolean kept, String broken) {
        if (!kept) {
            throw new IllegalStateException(broken);
        }
    }
}
