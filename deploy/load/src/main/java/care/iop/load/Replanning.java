package care.iop.load;

import static care.iop.load.RosterProgram.JSON;
import static care.iop.load.RosterProgram.expect;
import static care.iop.load.RosterProgram.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * Measures how soon scheduling answers changes of a large published week: five best weeks for one client, one of them booked,
 * a cancellation, and a clinician who is away for a day. Checks in the database that nobody else moved.
 */
public final class Replanning {

    private static final String USAGE =
            "usage: replanning [--clients N] [--samples N] [--warm-up N] [--solve-seconds N] [--output FILE] [--jvm-options \"…\"]";
    private static final Set<String> OPTIONS =
            Set.of("--clients", "--samples", "--warm-up", "--solve-seconds", "--output", "--jvm-options");

    private final Options options;
    private final RosterProgram program;
    private final Suite suite;
    private final Random random = new Random(42);
    private String token = RosterProgram.token();

    private Replanning(Suite suite, Options options, RosterProgram program) {
        this.suite = suite;
        this.options = options;
        this.program = program;
    }

    /** Measures and prints; exits with 1 when something failed and with 2 when called wrongly. */
    public static void main(String[] arguments) {
        int status = 0;
        try {
            var options = new Options(arguments, OPTIONS, USAGE);
            var checkout = Suite.findCheckout();
            var output = options.text("--output")
                    .map(Path::of)
                    .orElse(checkout.resolve("deploy/load/target/replanning.json"));
            try (var suite = new Suite(checkout, options.jvmOptions())) {
                var scheduling = suite.start(SuiteService.SCHEDULING, "scheduling");
                new Replanning(suite, options, new RosterProgram(suite, scheduling)).run(scheduling, output);
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            status = 2;
        } catch (Exception e) {
            System.err.println("The measurement failed: " + e);
            status = 1;
        }
        System.exit(status);
    }

    private void run(ServiceProcess scheduling, Path output) throws Exception {
        var report = new LinkedHashMap<String, Object>();
        try (var database = suite.connect("postgres")) {
            var facts = Machine.facts(database, options.jvmOptions());
            report.put("machine", facts);
            print("## Machine\n\n| fact | value |\n|---|---|");
            facts.forEach((name, value) -> print("| %s | %s |", name, value));
        }
        int clients = options.number("--clients", 500);
        int samples = options.number("--samples", 100);
        int warmUp = options.number("--warm-up", 60);
        program.open(clients);
        program.admit(clients);
        try (var connection = new KeepAliveConnection(scheduling.port())) {
            publishWeek(report, connection);
            var newcomers = program.admit(warmUp + samples);
            warmUp(connection, newcomers.subList(0, warmUp));
            var before = bookings();
            var times = new LinkedHashMap<String, List<Long>>();
            for (var client : newcomers.subList(warmUp, newcomers.size())) {
                measure(connection, client, times, true);
            }
            var cancelled = cancellations(connection, samples, times);
            requireOthersUnmoved(before, cancelled);
            absences(connection, samples, times);
            print("\n## Changes of a published week of %d clients\n", clients);
            print(
                    "One request at a time over one kept-alive connection, %d samples of each after %d of warm-up.\n",
                    samples, warmUp);
            print("| change | p50 ms | p95 ms | worst ms |\n|---|---|---|---|");
            times.forEach((change, nanos) -> {
                var measured = new Samples(
                        List.of(nanos.stream().mapToLong(Long::longValue).toArray()));
                print(
                        "| %s | %.1f | %.1f | %.1f |",
                        change, measured.millisAt(0.5), measured.millisAt(0.95), measured.millisAt(1));
                report.put(
                        change,
                        Map.of(
                                "p50Millis", measured.millisAt(0.5),
                                "p95Millis", measured.millisAt(0.95),
                                "worstMillis", measured.millisAt(1)));
            });
        }
        print("\nNobody else moved: %d bookings are what they were.", bookings().size());
        report.put("loadAverageAtTheEnd", Machine.loadAverage());
        print("Load average at the end: %s", Machine.loadAverage());
        Files.writeString(
                output, JSON.copy().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(report));
        print("Written to %s", output);
    }

    private void publishWeek(Map<String, Object> report, KeepAliveConnection connection)
            throws IOException, InterruptedException {
        int seconds = options.number("--solve-seconds", 20);
        var run = program.startRun(connection, seconds);
        var solved = program.awaitEnd(run);
        if (!solved.get("status").asText().equals("SOLVED")) {
            throw new IOException("the week was not solved: " + solved.get("status"));
        }
        long began = System.nanoTime();
        expect(RosterProgram.publish(connection, run), 200);
        double millis = (System.nanoTime() - began) / 1e6;
        print(
                "%nThe week was solved in at most %d s with %d items unassigned and published in %.0f ms.",
                seconds, solved.get("result").get("unassigned").size(), millis);
        report.put("publicationMillis", millis);
    }

    private void warmUp(KeepAliveConnection connection, List<UUID> newcomers) throws IOException {
        var nowhere = new HashMap<String, List<Long>>();
        for (var client : newcomers) {
            measure(connection, client, nowhere, true);
        }
        absences(connection, Math.max(1, newcomers.size() / 4), nowhere);
    }

    /** Five best weeks of a client, one of which is booked. */
    private void measure(KeepAliveConnection connection, UUID client, Map<String, List<Long>> times, boolean take)
            throws IOException {
        token = RosterProgram.token();
        var path = "/scheduling/api/enrollments/" + client + "/best-weeks";
        long began = System.nanoTime();
        var answer = connection.get(path + "?week=" + program.week() + "&count=5", token);
        note(times, "five best weeks for one client", began);
        expect(answer, 200);
        var weeks = JSON.readTree(answer.body()).get("weeks");
        if (take && !weeks.isEmpty() && !weeks.get(0).get("sessions").isEmpty()) {
            var body = chosen(weeks.get(0).get("sessions"));
            began = System.nanoTime();
            var taken = connection.post(path, token, "", body);
            note(times, "one of them booked: the client is inserted", began);
            expect(taken, 201);
        }
    }

    private String chosen(JsonNode sessions) throws IOException {
        var chosen = JSON.createArrayNode();
        for (var session : sessions) {
            ObjectNode each = chosen.addObject();
            for (var field : List.of("kind", "seriesId", "startsAt", "clinicianId")) {
                if (session.hasNonNull(field)) {
                    each.set(field, session.get(field));
                }
            }
        }
        return JSON.writeValueAsString(Map.of("weekStartingOn", program.week().toString(), "sessions", chosen));
    }

    private Set<UUID> cancellations(KeepAliveConnection connection, int samples, Map<String, List<Long>> times)
            throws IOException, SQLException {
        var all = new ArrayList<>(bookings().keySet());
        var cancelled = new HashSet<UUID>();
        for (int i = 0; i < samples; i++) {
            token = RosterProgram.token();
            var booking = all.remove(random.nextInt(all.size()));
            long began = System.nanoTime();
            var answer = connection.post(
                    "/scheduling/api/bookings/" + booking + "/cancellation",
                    token,
                    "If-Match: *\r\n",
                    "{\"reason\": \"CLIENT_REQUEST\"}");
            note(times, "one booking cancelled", began);
            expect(answer, 200);
            cancelled.add(booking);
        }
        return cancelled;
    }

    private void absences(KeepAliveConnection connection, int samples, Map<String, List<Long>> times)
            throws IOException {
        for (int i = 0; i < samples; i++) {
            token = RosterProgram.token();
            var clinician =
                    program.therapists().get(random.nextInt(program.therapists().size()));
            var day = program.week().plusDays(random.nextInt(5));
            long began = System.nanoTime();
            var answer =
                    connection.post("/scheduling/api/programs/" + program.id() + "/replans", token, "", """
                    {"weekStartingOn": "%s", "cause": "CLINICIAN_ABSENT", "clinicianId": "%s", "from": "%s", "until": "%s"}""".formatted(
                                    program.week(), clinician, day, day));
            note(times, "a clinician absent for a day: proposals up to ring 2", began);
            expect(answer, 201);
        }
    }

    private static void note(Map<String, List<Long>> times, String change, long began) {
        times.computeIfAbsent(change, name -> new ArrayList<>()).add(System.nanoTime() - began);
    }

    /** Every booking with what it is. */
    private Map<UUID, String> bookings() throws SQLException {
        var bookings = new HashMap<UUID, String>();
        try (var database = suite.connect("scheduling");
                var query = database.prepareStatement("""
                        select b.id, b.version || ' ' || b.session_id || ' ' || b.starts_at || ' ' || coalesce(s.clinician_id::text, '')
                               || ' ' || coalesce(s.room_id::text, '')
                          from booking b join session s on s.id = b.session_id where b.status = 'BOOKED'
                        """);
                var rows = query.executeQuery()) {
            while (rows.next()) {
                bookings.put(rows.getObject(1, UUID.class), rows.getString(2));
            }
        }
        return bookings;
    }

    private void requireOthersUnmoved(Map<UUID, String> before, Set<UUID> cancelled) throws SQLException {
        var now = bookings();
        before.forEach((id, what) -> {
            if (!cancelled.contains(id) && !what.equals(now.get(id))) {
                throw new IllegalStateException(
                        "booking " + id + " moved though nobody asked: " + what + " is now " + now.get(id));
            }
        });
    }
}
