package care.iop.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures the referral write path against the two-row-commit floor of the same PostgreSQL, and how long an event takes
 * from its commit to its consumers.
 */
public final class WritePath {

    private static final String USAGE =
            "usage: write-path [--seconds N] [--rounds N] [--rate N] [--warm-up N] [--output FILE]"
                    + " [--jvm-options \"…\"]";
    private static final Set<String> OPTIONS =
            Set.of("--seconds", "--rounds", "--rate", "--warm-up", "--output", "--jvm-options");
    private static final List<Integer> CONNECTIONS = List.of(16, 64);
    private static final int OPEN_LOOP_CONNECTIONS = 32;
    private static final int REQUESTS_PER_ADMISSION = 5;
    /** On two cores the JIT compiler competes with the requests for minutes. */
    private static final Duration WARM_UP_STRETCH = Duration.ofSeconds(10);

    private static final Duration WARM_UP = Duration.ofSeconds(2);

    private final Suite suite;
    private final Duration measured;
    private final int rounds;
    private final int rate;
    private final Duration warmUp;
    private final AtomicInteger numbers = new AtomicInteger();
    private final LocalDate admittedOn = LocalDate.now(ZoneOffset.UTC);
    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private volatile String token = Requests.token();

    private WritePath(Suite suite, Duration measured, int rounds, int rate, Duration warmUp) {
        this.suite = suite;
        this.measured = measured;
        this.rounds = rounds;
        this.rate = rate;
        this.warmUp = warmUp;
    }

    /** Measures and prints; exits with 1 when something failed and with 2 when called wrongly. */
    public static void main(String[] arguments) {
        int status = 0;
        try {
            var options = new Options(arguments, OPTIONS, USAGE);
            var checkout = Suite.findCheckout();
            var output = options.text("--output")
                    .map(Path::of)
                    .orElse(checkout.resolve("deploy/load/target/write-path.json"));
            var seconds = Duration.ofSeconds(options.number("--seconds", 10));
            try (var suite = new Suite(checkout, options.jvmOptions())) {
                new WritePath(
                                suite,
                                seconds,
                                options.number("--rounds", 3),
                                options.number("--rate", 200),
                                Duration.ofSeconds(options.number("--warm-up", 180)))
                        .run(options.jvmOptions(), output);
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

    private void run(List<String> jvmOptions, Path output) throws Exception {
        CommitTimes.record(suite);
        var report = new LinkedHashMap<String, Object>();
        try (var connection = suite.connect("postgres")) {
            var facts = Machine.facts(connection, jvmOptions);
            report.put("machine", facts);
            print("## Machine\n\n| fact | value |\n|---|---|");
            facts.forEach((name, value) -> print("| %s | %s |", name, value));
        }
        var floor = new CommitFloor(suite);
        var intake = suite.start(SuiteService.INTAKE, "intake");
        var driver = new LoadDriver(intake.port());
        report.put("warmUpReferralsPerSecond", warmUp("Referrals", driver, 64, this::refer));
        report.put("writePath", throughput(floor, driver, intake));
        Requests.openProgram(suite.start(SuiteService.SCHEDULING, "scheduling"));
        report.put("commitToConsumer", latencies(driver));
        report.put("loadAverageAtTheEnd", Machine.loadAverage());
        print("\nLoad average at the end: %s", Machine.loadAverage());
        Files.writeString(output, json.writeValueAsString(report));
        print("Written to %s", output);
    }

    /** Works for a length that is the same in every run, so that runs can be compared; answers the speed of each stretch. */
    private List<Double> warmUp(String what, LoadDriver driver, int connections, LoadDriver.Work work)
            throws InterruptedException, ExecutionException {
        var speeds = new ArrayList<Double>();
        while (speeds.size() * WARM_UP_STRETCH.toSeconds() < warmUp.toSeconds()) {
            token = Requests.token();
            speeds.add(driver.closedLoop(connections, Duration.ZERO, WARM_UP_STRETCH, work)
                    .perSecond());
        }
        print(
                "%n%s warmed up for %d s, per second of each %d s: %s",
                what,
                speeds.size() * WARM_UP_STRETCH.toSeconds(),
                WARM_UP_STRETCH.toSeconds(),
                speeds.stream().map(Math::round).toList());
        return speeds;
    }

    private Map<String, Object> throughput(CommitFloor floor, LoadDriver driver, ServiceProcess intake)
            throws Exception {
        print("""

                ## Referral write path against the commit floor

                POST /intake/api/referrals with a new patient inline; closed loop, %d rounds of %d s, median (least–most).
                Floor: %s, two inserts in one transaction, on the same server in turn with the service.
                """, rounds, measured.toSeconds(), floor.tool());
        print(
                "| connections | floor, commits/s | requests/s | ratio | p50 ms | p99 ms | intake's CPU ms a request |\n|---|---|---|---|---|---|---|");
        var report = new LinkedHashMap<String, Object>();
        report.put("floorTool", floor.tool());
        for (int connections : CONNECTIONS) {
            var floors = new ArrayList<Double>();
            var requests = new ArrayList<Double>();
            var ratios = new ArrayList<Double>();
            var medians = new ArrayList<Double>();
            var tails = new ArrayList<Double>();
            var processor = new ArrayList<Double>();
            for (int round = 0; round < rounds; round++) {
                token = Requests.token();
                double commits = floor.measure(connections, measured);
                long sentBefore = numbers.get();
                var processorBefore = intake.processorTime();
                var outcome = driver.closedLoop(connections, WARM_UP, measured, this::refer);
                double processorMillis =
                        intake.processorTime().minus(processorBefore).toNanos() / 1e6;
                processor.add(processorMillis / (numbers.get() - sentBefore));
                floors.add(commits);
                requests.add(outcome.perSecond());
                ratios.add(outcome.perSecond() / commits);
                medians.add(outcome.latencies().millisAt(0.5));
                tails.add(outcome.latencies().millisAt(0.99));
            }
            print(
                    "| %d | %s | %s | %s | %s | %s | %s |",
                    connections,
                    new Spread(floors).text(0),
                    new Spread(requests).text(0),
                    new Spread(ratios).text(2),
                    new Spread(medians).text(1),
                    new Spread(tails).text(1),
                    new Spread(processor).text(2));
            report.put(
                    "connections" + connections,
                    Map.of(
                            "floorCommitsPerSecond", new Spread(floors).json(),
                            "requestsPerSecond", new Spread(requests).json(),
                            "ratio", new Spread(ratios).json(),
                            "p50Millis", new Spread(medians).json(),
                            "p99Millis", new Spread(tails).json(),
                            "intakeProcessorMillisPerRequest", new Spread(processor).json()));
        }
        return report;
    }

    private Map<String, Object> latencies(LoadDriver driver) throws Exception {
        var report = new LinkedHashMap<String, Object>();
        report.put("warmUpAdmissionsPerSecond", warmUp("Admissions", driver, 16, this::admit));
        print("""

                ## From commit to consumer

                From PostgreSQL's own time of the producer's commit. "Kafka consumer" is one inside the harness; "enrollment" is
                PostgreSQL's time of the commit in scheduling. An admission takes %d requests.
                """, REQUESTS_PER_ADMISSION);
        print("| load | requests/s | of | to | events | p50 ms | p99 ms |\n|---|---|---|---|---|---|---|");
        stretch(
                report,
                "referrals at a fixed rate",
                1,
                () -> driver.openLoop(rate, OPEN_LOOP_CONNECTIONS, measured, this::refer));
        stretch(
                report,
                "admissions at a fixed rate",
                REQUESTS_PER_ADMISSION,
                () -> driver.openLoop(
                        Math.max(1, rate / REQUESTS_PER_ADMISSION), OPEN_LOOP_CONNECTIONS, measured, this::admit));
        stretch(
                report,
                "referrals, saturated by 64 connections",
                1,
                () -> driver.closedLoop(64, Duration.ZERO, measured, this::refer));
        stretch(
                report,
                "admissions, saturated by 16 connections",
                REQUESTS_PER_ADMISSION,
                () -> driver.closedLoop(16, Duration.ZERO, measured, this::admit));
        return report;
    }

    private void stretch(Map<String, Object> report, String load, int requestsPerPiece, Stretch stretch)
            throws Exception {
        var times = new CommitTimes(suite);
        times.awaitCaughtUp();
        token = Requests.token();
        var referralsBefore = times.newReferrals();
        var admissionsBefore = times.admissions();
        LoadDriver.Outcome outcome;
        Map<UUID, Instant> arrivals;
        try (var watch = new EventWatch(suite.kafka().bootstrapServers())) {
            outcome = stretch.run();
            times.awaitCaughtUp();
            // An event leaves the outbox when Kafka has it, a moment before a consumer does.
            var wanted = times.newReferrals().keySet();
            for (int i = 0; i < 50 && !covers(watch, wanted, referralsBefore.keySet()); i++) {
                Thread.sleep(100);
            }
            arrivals = watch.arrivals();
        }
        double requestsPerSecond = outcome.perSecond() * requestsPerPiece;
        var lines = new LinkedHashMap<String, Samples>();
        var referrals = times.newReferrals();
        var admissions = times.admissions();
        if (requestsPerPiece == 1) {
            lines.put("referral | Kafka consumer", CommitTimes.between(referrals, arrivals, referralsBefore));
        } else {
            lines.put("admission | Kafka consumer", CommitTimes.between(admissions, arrivals, admissionsBefore));
            lines.put("admission | enrollment", CommitTimes.between(admissions, times.enrollments(), admissionsBefore));
        }
        lines.forEach((what, samples) -> {
            print(
                    "| %s | %,.0f | %s | %,d | %.1f | %.1f |",
                    load, requestsPerSecond, what, samples.count(), samples.millisAt(0.5), samples.millisAt(0.99));
            report.put(
                    load + ": " + what.replace(" | ", " to "),
                    Map.of(
                            "requestsPerSecond", requestsPerSecond,
                            "events", samples.count(),
                            "p50Millis", samples.millisAt(0.5),
                            "p99Millis", samples.millisAt(0.99)));
        });
    }

    private static boolean covers(EventWatch watch, Set<UUID> wanted, Set<UUID> known) {
        var arrived = watch.arrivals();
        return wanted.stream().allMatch(id -> known.contains(id) || arrived.containsKey(id));
    }

    private void refer(KeepAliveConnection connection) throws IOException {
        post(connection, "/api/referrals", "", Requests.referral("load", numbers.incrementAndGet()), 201);
    }

    private void admit(KeepAliveConnection connection) throws IOException {
        var answer = post(connection, "/api/referrals", "", Requests.referral("load", numbers.incrementAndGet()), 201);
        var id = UUID.fromString(answer.required("id").asText());
        var referral = "/api/referrals/" + id;
        post(connection, referral + "/acknowledgement", "If-Match: *\r\n", "", 200);
        post(connection, referral + "/screening", "If-Match: *\r\n", "", 200);
        post(connection, referral + "/placements", "", Requests.placement(), 201);
        post(connection, "/api/admissions", "", Requests.admission(id, admittedOn), 201);
    }

    private JsonNode post(KeepAliveConnection connection, String path, String headers, String body, int expected)
            throws IOException {
        var answer = connection.post("/intake" + path, token, headers, body);
        if (answer.status() != expected) {
            throw new IOException(path + " answered " + answer.status() + ": " + answer.body());
        }
        return path.equals("/api/referrals") ? json.readTree(answer.body()) : json.nullNode();
    }

    private static void print(String text, Object... values) {
        System.out.println(values.length == 0 ? text : String.format(Locale.ROOT, text, values));
    }

    private interface Stretch {
        LoadDriver.Outcome run() throws InterruptedException, ExecutionException;
    }
}
