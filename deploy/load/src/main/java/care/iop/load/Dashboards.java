package care.iop.load;

import care.iop.load.simulation.Person;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures what progress' dashboards and metric queries cost with a year of check-ins in the database and with a tenth of it, and
 * how many check-ins it takes in each second. The yardstick is an instrument read from memory, in the same round.
 */
public final class Dashboards {

    private static final String USAGE =
            "usage: dashboards [--episodes N] [--days N] [--people-by-program N] [--rate N] [--seconds N] [--rounds N] [--warm-up N]"
                    + " [--ingest-seconds N] [--connections N] [--paths FILE] [--output FILE] [--jvm-options \"…\"]";
    private static final Set<String> OPTIONS = Set.of(
            "--episodes",
            "--days",
            "--people-by-program",
            "--rate",
            "--seconds",
            "--rounds",
            "--warm-up",
            "--ingest-seconds",
            "--connections",
            "--paths",
            "--output",
            "--jvm-options");
    private static final String YARDSTICK = "yardstick: an instrument";
    private static final int ASKED_ABOUT = 2_000;
    private static final int REPORTING = 20_000;
    private static final int FASTEST = 4_000;

    private final Options options;
    private final Path checkout;
    private final Map<String, Object> report = new LinkedHashMap<>();

    private Dashboards(Options options, Path checkout) {
        this.options = options;
        this.checkout = checkout;
    }

    /** Measures and prints; exits with 1 when something failed and with 2 when called wrongly. */
    public static void main(String[] arguments) {
        int status = 0;
        try {
            new Dashboards(new Options(arguments, OPTIONS, USAGE), Suite.findCheckout()).run();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            status = 2;
        } catch (Exception e) {
            System.err.println("The measurement failed: " + e);
            status = 1;
        }
        System.exit(status);
    }

    private void run() throws Exception {
        int episodes = options.number("--episodes", 1_000);
        for (int size : List.of(Math.max(1, episodes / 10), episodes)) {
            try (var suite = new Suite(checkout, options.jvmOptions())) {
                if (report.isEmpty()) {
                    machine(suite);
                }
                measure(suite, size, size == episodes);
            }
        }
        print("%nload average at the end: %s", Machine.loadAverage());
        var output =
                options.text("--output").map(Path::of).orElse(checkout.resolve("deploy/load/target/dashboards.json"));
        Files.createDirectories(output.toAbsolutePath().getParent());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(output.toFile(), report);
        print("Written to %s", output);
    }

    private void machine(Suite suite) throws Exception {
        try (var connection = suite.connect("postgres")) {
            var facts = Machine.facts(connection, options.jvmOptions());
            report.put("machine", facts);
            print("## Machine\n\n| fact | value |\n|---|---|");
            facts.forEach((name, value) -> print("| %s | %s |", name, value));
        }
    }

    private void measure(Suite suite, int episodes, boolean ingesting) throws Exception {
        int programs = Math.max(1, episodes / options.number("--people-by-program", 2_000));
        long began = System.nanoTime();
        var network = ProgressNetwork.start(suite, episodes, programs, options.number("--days", 365));
        var loaded = network.loaded();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("check-ins", loaded.checkIns());
        figures.put("bytes by check-in", network.bytes("check_in") / (double) loaded.checkIns());
        figures.put("bytes of weeks by check-in", network.bytes("weekly_check_ins") / (double) loaded.checkIns());
        print(
                "%n## %,d episodes in %d programs, %,d check-ins, %,d booked sessions (loaded in %.0f s)%n",
                episodes, programs, loaded.checkIns(), loaded.units(), (System.nanoTime() - began) / 1e9);
        print(
                "On disk: %.0f bytes by check-in with its indexes, and %.1f for its weeks.%n",
                network.bytes("check_in") / (double) loaded.checkIns(),
                network.bytes("weekly_check_ins") / (double) loaded.checkIns());
        queries(network, figures);
        if (ingesting) {
            ingest(network, figures);
        }
        figures.put("most memory of the service, MiB", network.mostMemory());
        print("%nThe service had at most %,d MiB resident.", network.mostMemory());
        report.put(episodes + " episodes", figures);
    }

    private void queries(ProgressNetwork network, Map<String, Object> figures) throws Exception {
        var driver = new LoadDriver(network.service().port());
        int rate = options.number("--rate", 50);
        int connections = options.number("--connections", 16);
        var kinds = kinds(network);
        var warmUp = Duration.ofSeconds(options.number("--warm-up", 30));
        for (var kind : kinds.values()) {
            driver.openLoop(4 * rate, connections, warmUp, asking(kind));
        }
        var measured = Duration.ofSeconds(options.number("--seconds", 20));
        var tails = new LinkedHashMap<String, List<Double>>();
        var medians = new LinkedHashMap<String, List<Double>>();
        for (int round = 0; round < options.number("--rounds", 3); round++) {
            for (var kind : kinds.entrySet()) {
                var latencies = driver.openLoop(rate, connections, measured, asking(kind.getValue()))
                        .latencies();
                tails.computeIfAbsent(kind.getKey(), k -> new ArrayList<>()).add(latencies.millisAt(0.99));
                medians.computeIfAbsent(kind.getKey(), k -> new ArrayList<>()).add(latencies.millisAt(0.5));
            }
        }
        print("Open loop, %d requests/s of each kind alone, milliseconds from when a request was due.%n", rate);
        print("| query | p50 | p99 |\n|---|---|---|");
        tails.forEach((kind, values) -> {
            var median = new Spread(medians.getOrDefault(kind, List.of()));
            print("| %s | %s | %s |", kind, median.text(1), new Spread(values).text(1));
            figures.put(kind, Map.of("p50Millis", median.json(), "p99Millis", new Spread(values).json()));
        });
    }

    private LoadDriver.Work asking(List<String> paths) {
        var next = new AtomicInteger();
        var token = ProgressNetwork.staff();
        return connection -> {
            var path = paths.get(Math.floorMod(next.getAndIncrement(), paths.size()));
            try {
                expect(connection.get(path, token), 200, path);
            } catch (EOFException e) {
                throw new IOException(path + ": " + e.getMessage(), e);
            }
        };
    }

    /** Each kind of query with the paths that are asked in turn. */
    private Map<String, List<String>> kinds(ProgressNetwork network) throws IOException {
        var people = network.people(ASKED_ABOUT);
        var kinds = new LinkedHashMap<String, List<String>>();
        kinds.put(YARDSTICK, List.of("/progress/api/instruments/PHQ-2"));
        var templates = new LinkedHashMap<String, String>();
        templates.put("caseload of a program", "/progress/api/caseload?week={week}&programId={programId}&limit=50");
        templates.put("caseload of everybody", "/progress/api/caseload?week={week}&limit=50&after={cursor}");
        templates.put("weeks of a program", "/progress/api/programs/{programId}/weeks");
        templates.put("weeks of attendance of an episode", "/progress/api/episodes/{admissionId}/weeks");
        templates.put("weeks of check-ins of an episode", "/progress/api/episodes/{admissionId}/check-in-weeks");
        templates.put(
                "thirty days of a person", "/progress/api/patients/{patientId}/check-ins?from={monthAgo}&to={today}");
        templates.put("a person's day", "/progress/api/patients/{patientId}/check-ins/{loadedDay}");
        templates.put("open alerts", "/progress/api/alerts?limit=50");
        for (var line : options.text("--paths").isPresent()
                ? Files.readAllLines(Path.of(options.text("--paths").orElseThrow()))
                : List.<String>of()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                templates.put(line, line);
            }
        }
        templates.forEach((name, template) -> kinds.put(
                name,
                people.stream().map(person -> fill(template, person)).distinct().toList()));
        return kinds;
    }

    private static String fill(String template, Person person) {
        var today = ProgressNetwork.today();
        return template.replace("{programId}", person.programId().toString())
                .replace("{admissionId}", person.admissionId().toString())
                .replace("{cursor}", cursor(person.admissionId()))
                .replace("{patientId}", person.patientId().toString())
                .replace("{week}", week(today.minusDays(ProgressNetwork.OPEN_DAYS)))
                .replace("{monthAgo}", today.minusDays(30).toString())
                .replace(
                        "{loadedDay}",
                        today.minusDays(ProgressNetwork.OPEN_DAYS).toString())
                .replace("{today}", today.toString());
    }

    /** As a page's link to the next one has it. */
    private static String cursor(UUID after) {
        var bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(after.getMostSignificantBits())
                .putLong(after.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String week(LocalDate day) {
        var text = DateTimeFormatter.ISO_WEEK_DATE.format(day);
        return text.substring(0, text.length() - 2);
    }

    private void ingest(ProgressNetwork network, Map<String, Object> figures) throws Exception {
        var people = network.people(REPORTING);
        int seconds =
                Math.min(options.number("--ingest-seconds", 30), people.size() * ProgressNetwork.OPEN_DAYS / FASTEST);
        if (seconds < 2) {
            print("%nToo few people to measure how many check-ins are taken in: at least %,d are needed.", FASTEST / 4);
            return;
        }
        var reports = new CheckInReports(people);
        int connections = options.number("--connections", 16);
        long before = network.number("select count(*) from alert");
        var cpu = network.service().processorTime();
        var outcome = new LoadDriver(network.service().port())
                .closedLoop(
                        connections,
                        Duration.ofSeconds(seconds / 2),
                        Duration.ofSeconds(seconds - seconds / 2),
                        reports::send);
        double cpuMillis = network.service().processorTime().minus(cpu).toNanos() / 1e6 / reports.sent();
        long alerts = network.number("select count(*) from alert") - before;
        print(
                "%nCheck-ins by HTTP, closed loop over %d connections, %d s after %d s of warm-up: %,.0f/s, p99 %.1f ms, %.2f ms of the"
                        + " service's CPU for each; %,d were sent and raised %,d alerts.",
                connections,
                seconds - seconds / 2,
                seconds / 2,
                outcome.perSecond(),
                outcome.latencies().millisAt(0.99),
                cpuMillis,
                reports.sent(),
                alerts);
        figures.put(
                "ingest",
                Map.of(
                        "perSecond", outcome.perSecond(),
                        "p99Millis", outcome.latencies().millisAt(0.99),
                        "cpuMillis", cpuMillis,
                        "sent", reports.sent(),
                        "alerts", alerts));
    }

    static void expect(KeepAliveConnection.Answer answer, int status, String what) throws IOException {
        if (answer.status() != status) {
            throw new IOException(what + " answered " + answer.status() + ": " + answer.body());
        }
    }

    private static void print(String text, Object... values) {
        System.out.println(values.length == 0 ? text : String.format(Locale.ROOT, text, values));
    }
}
