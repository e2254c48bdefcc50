package care.iop.load;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.chassis.testing.TestTokens;
import care.iop.load.simulation.Person;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures how long it takes from a check-in until its alert is on a clinician's stream, at a fixed rate and while Kafka is
 * killed and started again in the middle. Every alert has to arrive on the stream, and be on Kafka in the end.
 */
public final class AlertLatency {

    private static final String USAGE =
            "usage: alert-latency [--seconds N] [--rate N] [--share N] [--warm-up N] [--connections N] [--kafka-away N] [--output FILE]"
                    + " [--jvm-options \"…\"]";
    private static final Set<String> OPTIONS = Set.of(
            "--seconds",
            "--rate",
            "--share",
            "--warm-up",
            "--connections",
            "--kafka-away",
            "--output",
            "--jvm-options");
    private static final Duration ARRIVED_WITHIN = Duration.ofSeconds(60);

    private final Suite suite;
    private final Options options;
    private final Map<UUID, Long> due = new ConcurrentHashMap<>();

    private AlertLatency(Suite suite, Options options) {
        this.suite = suite;
        this.options = options;
    }

    /** Measures and prints; exits with 1 when something failed and with 2 when called wrongly. */
    public static void main(String[] arguments) {
        int status = 0;
        try {
            var options = new Options(arguments, OPTIONS, USAGE);
            var checkout = Suite.findCheckout();
            var output = options.text("--output")
                    .map(Path::of)
                    .orElse(checkout.resolve("deploy/load/target/alert-latency.json"));
            try (var suite = new Suite(checkout, options.jvmOptions())) {
                new AlertLatency(suite, options).run(output);
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

    private void run(Path output) throws Exception {
        var report = new LinkedHashMap<String, Object>();
        try (var connection = suite.connect("postgres")) {
            report.put("machine", Machine.facts(connection, options.jvmOptions()));
        }
        int rate = options.number("--rate", 200);
        int seconds = options.number("--seconds", 60);
        int warmUp = options.number("--warm-up", 30);
        int share = options.number("--share", 10);
        int needed = (warmUp + seconds) * rate / ProgressNetwork.OPEN_DAYS + 1;
        var network = ProgressNetwork.start(suite, needed, Math.max(1, needed / 500), 40);
        var people = network.people(needed);
        var tokens = people.parallelStream()
                .map(person -> TestTokens.forPatient(Requests.ORGANIZATION, person.patientId()))
                .toList();
        try (var follower = new AlertFollower(network.service(), ProgressNetwork.staff())) {
            follower.awaitOpen();
            var sending = new Sending(people, tokens, share);
            var driver = new LoadDriver(network.service().port());
            int connections = options.number("--connections", 16);
            driver.openLoop(rate, connections, Duration.ofSeconds(warmUp), sending::send);
            awaitAll(follower);
            due.clear();
            var restart = restartKafka(seconds);
            var outcome = driver.openLoop(rate, connections, Duration.ofSeconds(seconds), sending::send);
            restart.get(2, TimeUnit.MINUTES);
            awaitAll(follower);
            var latencies = latencies(follower);
            print(
                    """

                    %d check-ins/s for %d s after %d s of warm-up, one of %d raises an alert; Kafka was killed after a third of the time and
                    started again %d s later. Milliseconds from when the check-in was due
                    to its answer, and from when it was sent to its alert.

                    | | p50 | p99 | worst |
                    |---|---|---|---|
                    | check-in to its answer | %.1f | %.1f | %.1f |
                    | check-in to its alert on the stream (%,d) | %.1f | %.1f | %.1f |
                    """,
                    rate,
                    seconds,
                    warmUp,
                    share,
                    options.number("--kafka-away", 5),
                    outcome.latencies().millisAt(0.5),
                    outcome.latencies().millisAt(0.99),
                    outcome.latencies().millisAt(1),
                    latencies.count(),
                    latencies.millisAt(0.5),
                    latencies.millisAt(0.99),
                    latencies.millisAt(1));
            report.put("answerP99Millis", outcome.latencies().millisAt(0.99));
            report.put("alertP50Millis", latencies.millisAt(0.5));
            report.put("alertP99Millis", latencies.millisAt(0.99));
            report.put("alertWorstMillis", latencies.millisAt(1));
            report.put("alerts", latencies.count());
            onKafka(network, report);
        }
        Files.createDirectories(output.toAbsolutePath().getParent());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(output.toFile(), report);
        print("Load average at the end %s. Written to %s", Machine.loadAverage(), output);
    }

    private Future<?> restartKafka(int seconds) {
        var restart = Executors.newSingleThreadExecutor(work -> {
            var thread = new Thread(work, "kafka-restart");
            thread.setDaemon(true);
            return thread;
        });
        var done = restart.submit(() -> {
            TimeUnit.SECONDS.sleep(seconds / 3);
            suite.kafka().kill();
            TimeUnit.SECONDS.sleep(options.number("--kafka-away", 5));
            suite.kafka().restart();
            return true;
        });
        restart.shutdown();
        return done;
    }

    private void awaitAll(AlertFollower follower) throws InterruptedException {
        long deadline = System.nanoTime() + ARRIVED_WITHIN.toNanos();
        while (!follower.arrivals().keySet().containsAll(due.keySet())) {
            if (!follower.failure().isEmpty() || System.nanoTime() > deadline) {
                var missing = new ArrayList<>(due.keySet());
                missing.removeAll(follower.arrivals().keySet());
                throw new IllegalStateException(missing.size() + " alerts did not arrive. " + follower.failure());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private Samples latencies(AlertFollower follower) {
        var arrivals = follower.arrivals();
        return new Samples(List.of(due.entrySet().stream()
                .mapToLong(entry -> arrivals.getOrDefault(entry.getKey(), 0L) - entry.getValue())
                .toArray()));
    }

    /** Every alert of the database has its event on Kafka, once the relay has sent what waited. */
    private void onKafka(ProgressNetwork network, Map<String, Object> report) throws Exception {
        long deadline = System.nanoTime() + ARRIVED_WITHIN.toNanos();
        while (network.number("select count(*) from outbox") > 0) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("events still wait in the outbox");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        long alerts = network.number("select count(*) from alert");
        try (var kafka = KafkaProbe.connect(suite.kafka().bootstrapServers())) {
            long told = kafka.read("progress.alert.v1").stream()
                    .filter(message -> "care.iop.progress.alert-raised.v1"
                            .equals(message.headers().get("ce_type")))
                    .map(message -> message.headers().get("ce_subject"))
                    .distinct()
                    .count();
            print("%,d alerts in the database, %,d told on Kafka.", alerts, told);
            report.put("alertsInDatabase", alerts);
            report.put("alertsOnKafka", told);
            if (alerts != told) {
                throw new IllegalStateException(alerts + " alerts, but " + told + " of them on Kafka");
            }
        }
    }

    /** Sends one report after the other; of the first day of each so-many-eth person one that calls a human. */
    private final class Sending {

        private final List<Person> people;
        private final List<String> tokens;
        private final int everyNth;
        private final AtomicInteger next = new AtomicInteger();

        /** One of {@code everyNth} reports raises an alert. */
        Sending(List<Person> people, List<String> tokens, int everyNth) {
            this.people = people;
            this.tokens = tokens;
            this.everyNth = everyNth;
        }

        void send(KeepAliveConnection connection) throws IOException {
            int number = next.getAndIncrement();
            // Each person's eight days come one after the other, so that those who are alerted are spread over the run.
            int index = number / ProgressNetwork.OPEN_DAYS % people.size();
            int day = number % ProgressNetwork.OPEN_DAYS;
            var person = people.get(index);
            var on = person.days().get(day).on();
            boolean calling = day == 0 && index * ProgressNetwork.OPEN_DAYS % everyNth < ProgressNetwork.OPEN_DAYS;
            if (calling) {
                due.put(person.patientId(), System.nanoTime());
            }
            var body = ProgressNetwork.report(on, 5, calling ? 9 : 3, false, 14);
            var answer = connection.post(
                    "/progress/api/patients/" + person.patientId() + "/check-ins", tokens.get(index), "", body);
            Dashboards.expect(answer, 201, "a check-in");
        }
    }

    private static void print(String text, Object... values) {
        System.out.println(values.length == 0 ? text : String.format(Locale.ROOT, text, values));
    }
}
