package care.iop.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Does a race ever sell one seat twice? Everybody asks for the same seat, clinician, room or series of hours at the same
 * moment, again and again. In each round exactly one may win, all others have to hear 409, and in the end the database is
 * counted.
 */
public final class LastSeat {

    private static final String USAGE =
            "usage: last-seat [--rounds N] [--clients N] [--series-rounds N] [--warm-up N] [--output FILE] [--jvm-options \"…\"]";
    private static final Set<String> OPTIONS =
            Set.of("--rounds", "--clients", "--series-rounds", "--warm-up", "--output", "--jvm-options");
    private static final int OVERLOADED = 503;
    private static final int ASKED_AT_MOST = 20;
    private static final int TOKEN_ROUNDS = 50;
    private static final int WARM_UP = 3;
    private static final int DAYS_OF_A_SERIES = 28;

    private final Suite suite;
    private final Options options;
    private final Map<String, Object> report = new LinkedHashMap<>();
    private String token = ClinicApi.token();
    private int faults;

    private LastSeat(Suite suite, Options options) {
        this.suite = suite;
        this.options = options;
    }

    /** Races and prints; exits with 1 when a round had another outcome and with 2 when called wrongly. */
    public static void main(String[] arguments) {
        int status = 0;
        try {
            var options = new Options(arguments, OPTIONS, USAGE);
            var checkout = Suite.findCheckout();
            var output = options.text("--output")
                    .map(Path::of)
                    .orElse(checkout.resolve("deploy/load/target/last-seat.json"));
            try (var suite = new Suite(checkout, options.jvmOptions())) {
                status = new LastSeat(suite, options).run(output);
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            status = 2;
        } catch (Exception e) {
            System.err.println("The race failed: " + e);
            status = 1;
        }
        System.exit(status);
    }

    private int run(Path output) throws Exception {
        try (var connection = suite.connect("postgres")) {
            var facts = Machine.facts(connection, options.jvmOptions());
            report.put("machine", facts);
            print("## Machine\n\n| fact | value |\n|---|---|");
            facts.forEach((name, value) -> print("| %s | %s |", name, value));
        }
        int clients = options.number("--clients", 100);
        int rounds = options.number("--rounds", 1000);
        int seriesRounds = options.number("--series-rounds", Math.max(1, rounds / 10));
        var scheduling = suite.start(SuiteService.SCHEDULING, "scheduling");
        var clinic = new ClinicApi(suite, scheduling);
        var first = LocalDate.now(ZoneOffset.UTC).plusDays(7);
        var program = clinic.openProgram("Race");
        var admissions = clinic.admit(program, clients, first.minusDays(7));
        var staff = new ArrayList<UUID>();
        for (int i = 0; i < clients; i++) {
            staff.add(clinic.clinician(program, "Clinician " + i));
        }
        var room = clinic.room(program, "Office", "OFFICE");
        var seat = clinic.series(
                new ClinicApi.Series(program, "One seat", "CHECK_IN", "FREQ=DAILY", first, "06:00", 60, 1, null, null));
        print("""

                ## One winner a round

                %d clients ask over HTTP at the same moment, each on a connection of their own.

                Whoever hears 503, because all wait at once, asks again. %d rounds of warm-up before each kind are not counted.

                | what is wanted | rounds | winners | heard 409 | other answers | rounds with another outcome than one winner | asked again | p50 ms | p99 ms |
                |---|---|---|---|---|---|---|---|---|""", clients, options.number("--warm-up", WARM_UP));
        var pool = Executors.newFixedThreadPool(clients);
        var connections = new ArrayList<KeepAliveConnection>();
        try {
            for (int i = 0; i < clients; i++) {
                connections.add(new KeepAliveConnection(scheduling.port()));
            }
            var field = new Field(pool, connections);
            race(field, "the last seat of a group", rounds, "/scheduling/api/bookings", (round, i) ->
                    """
                    {"enrollmentId": "%s", "seriesId": "%s", "sessionOn": "%s"}""".formatted(admissions.get(i), seat, first.plusDays(round)));
            race(field, "one clinician", rounds, "/scheduling/api/bookings", (round, i) ->
                    """
                    {"enrollmentId": "%s", "sessionOn": "%s", "appointment": %s}""".formatted(admissions.get(i), first.plusDays(round), appointment(staff.get(0), null, "09:00")));
            race(field, "one room", rounds, "/scheduling/api/bookings", (round, i) ->
                    """
                    {"enrollmentId": "%s", "sessionOn": "%s", "appointment": %s}""".formatted(admissions.get(i), first.plusDays(round), appointment(staff.get(i), room, "12:00")));
            race(
                    field,
                    "eight hours of one clinician, as a series",
                    seriesRounds,
                    "/scheduling/api/booking-series",
                    (round, i) -> {
                        var from = first.plusDays((long) round * DAYS_OF_A_SERIES);
                        return """
                    {"enrollmentId": "%s", "from": "%s", "until": "%s", "items": [
                      {"days": ["TUESDAY", "THURSDAY"], "appointment": %s}]}""".formatted(
                                        admissions.get(i),
                                        from,
                                        from.plusDays(DAYS_OF_A_SERIES - 1),
                                        appointment(staff.get(1), null, i % 2 == 0 ? "15:00" : "15:30"));
                    });
        } finally {
            pool.shutdownNow();
            for (var connection : connections) {
                connection.close();
            }
        }
        count(clinic);
        report.put("faults", faults);
        report.put("loadAverageAtTheEnd", Machine.loadAverage());
        print("\nLoad average at the end: %s", Machine.loadAverage());
        Files.writeString(
                output,
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(report));
        print("Written to %s", output);
        return faults == 0 ? 0 : 1;
    }

    private static String appointment(UUID clinician, @Nullable UUID room, String start) {
        return """
                {"kind": "INDIVIDUAL", "localStart": "%s", "durationMinutes": 60, "clinicianId": "%s"%s}""".formatted(start, clinician, room == null ? "" : ", \"roomId\": \"" + room + "\"");
    }

    private record Field(ExecutorService pool, List<KeepAliveConnection> connections) {}

    /** What one client asks for in one round. */
    private interface Wish {
        String body(int round, int client);
    }

    /** What one client heard in the end, how long it took, and how often they had to ask again. */
    private record Heard(int status, long nanos, int askedAgain) {}

    private void race(Field field, String wanted, int rounds, String path, Wish wish)
            throws InterruptedException, ExecutionException {
        int warmUp = options.number("--warm-up", WARM_UP);
        for (int i = 0; i < warmUp; i++) {
            // After the days of the rounds that count.
            round(field, path, wish, rounds + i);
        }
        var answers = new TreeMap<Integer, Integer>();
        var nanos = new ArrayList<long[]>();
        int odd = 0;
        int askedAgain = 0;
        for (int round = 0; round < rounds; round++) {
            var heard = round(field, path, wish, round);
            for (var one : heard) {
                answers.merge(one.status(), 1, Integer::sum);
                nanos.add(new long[] {one.nanos()});
                askedAgain += one.askedAgain();
            }
            long winners = heard.stream().filter(one -> one.status() == 201).count();
            long conflicts = heard.stream().filter(one -> one.status() == 409).count();
            odd += winners == 1 && conflicts == heard.size() - 1 ? 0 : 1;
        }
        faults += odd;
        int won = answers.getOrDefault(201, 0);
        int lost = answers.getOrDefault(409, 0);
        int others = answers.values().stream().mapToInt(Integer::intValue).sum() - won - lost;
        var latencies = new Samples(nanos);
        print(
                "| %s | %,d | %,d | %,d | %,d | %d | %,d | %.1f | %.1f |",
                wanted, rounds, won, lost, others, odd, askedAgain, latencies.millisAt(0.5), latencies.millisAt(0.99));
        report.put(
                wanted,
                Map.of(
                        "rounds", rounds,
                        "answers", answers,
                        "roundsWithAnotherOutcome", odd,
                        "askedAgain", askedAgain,
                        "p50Millis", latencies.millisAt(0.5),
                        "p99Millis", latencies.millisAt(0.99)));
    }

    private List<Heard> round(Field field, String path, Wish wish, int round)
            throws InterruptedException, ExecutionException {
        if (round % TOKEN_ROUNDS == 0) {
            token = ClinicApi.token();
        }
        var barrier = new CyclicBarrier(field.connections().size());
        var running = new ArrayList<Future<Heard>>();
        for (int i = 0; i < field.connections().size(); i++) {
            running.add(field.pool().submit(asker(field.connections().get(i), barrier, path, wish.body(round, i))));
        }
        var heard = new ArrayList<Heard>();
        for (var one : running) {
            heard.add(one.get());
        }
        return heard;
    }

    private Callable<Heard> asker(KeepAliveConnection connection, CyclicBarrier barrier, String path, String body) {
        var bearer = token;
        return () -> {
            await(barrier);
            long began = System.nanoTime();
            int status = connection.post(path, bearer, "", body).status();
            int again = 0;
            while (status == OVERLOADED && again < ASKED_AT_MOST) {
                again++;
                status = connection.post(path, bearer, "", body).status();
            }
            return new Heard(status, System.nanoTime() - began, again);
        };
    }

    private static void await(CyclicBarrier barrier) throws IOException, InterruptedException {
        try {
            barrier.await();
        } catch (BrokenBarrierException e) {
            throw new IOException("another client of the round gave up", e);
        }
    }

    /** What the database holds, whatever the answers were. */
    private void count(ClinicApi clinic) throws Exception {
        var rules = new LinkedHashMap<String, String>();
        rules.put(
                "sessions with more clients than seats",
                "select count(*) from session s where s.capacity < (select count(*) from booking b"
                        + " where b.session_id = s.id and b.status in ('HELD', 'BOOKED'))");
        rules.put(
                "sessions whose counter of seats is wrong",
                "select count(*) from session s where s.seats_taken <> (select count(*) from booking b"
                        + " where b.session_id = s.id and b.status in ('HELD', 'BOOKED'))");
        rules.put("clinicians in two sessions at once", overlapping("session", "clinician_id", "'SCHEDULED'"));
        rules.put("rooms in two sessions at once", overlapping("session", "room_id", "'SCHEDULED'"));
        rules.put("clients in two sessions at once", overlapping("booking", "patient_id", "'HELD', 'BOOKED'"));
        print("\n| in the database | found |\n|---|---|");
        for (var rule : rules.entrySet()) {
            long found = clinic.number(rule.getValue());
            faults += Math.toIntExact(found);
            print("| %s | %d |", rule.getKey(), found);
            report.put(rule.getKey(), found);
        }
    }

    private static String overlapping(String table, String column, String states) {
        return String.format(
                Locale.ROOT,
                "select count(*) from (select lead(starts_at) over (partition by %s order by starts_at) < ends_at as twice"
                        + " from %s where status in (%s) and %s is not null) as pairs where twice",
                column,
                table,
                states,
                column);
    }

    private static void print(String text, Object... values) {
        System.out.println(values.length == 0 ? text : String.format(Locale.ROOT, text, values));
    }
}
