package care.iop.load;

import care.iop.chassis.consent.ConsentKind;
import care.iop.chassis.consent.ConsentTerms;
import care.iop.chassis.consent.DataClass;
import care.iop.chassis.consent.DisclosureRequest;
import care.iop.chassis.consent.DisclosureRules;
import care.iop.chassis.consent.PurposeOfUse;
import care.iop.chassis.testing.TestTokens;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * Measures how soon intake answers questions: a placement with reasons, a search of a large program directory, a decision on a
 * disclosure. The yardstick is the least answer of the same service in the same round, an instrument read from memory.
 */
public final class Answers {

    private static final String USAGE =
            "usage: answers [--seconds N] [--rounds N] [--rate N] [--warm-up N] [--programs N] [--output FILE] [--jvm-options \"…\"]";
    private static final Set<String> OPTIONS =
            Set.of("--seconds", "--rounds", "--rate", "--warm-up", "--programs", "--output", "--jvm-options");
    private static final int CONNECTIONS = 16;
    private static final int PROGRAMS_IN_ONE_LIST = 5_000;
    private static final int DECISIONS = 200_000;
    /** More consents than a person will ever have signed. */
    private static final int CONSENTS_OF_ONE_PERSON = 50;

    private static final String PLACEMENT = """
            {"criteriaEdition": "ASAM4", "birthDate": "1988-04-17",
             "ratings": {"d1": {"severity": 1}, "d2": {"severity": 0}, "d3": {"severity": 2},
                         "d4": {"severity": 1}, "d5": {"severity": 2}, "d6": {"severity": 1}},
             "substances": [{"substance": "ALCOHOL", "criteriaCount": 6}],
             "dailySedativeUse": false, "pregnant": false, "needs24hSupervision": false,
             "housing": {"safe": true, "supportive": true, "soberHome": true, "plan": false},
             "availability": {"hoursPerWeek": 15, "days": ["MONDAY", "WEDNESDAY", "FRIDAY"], "daily": false}}""";

    private static final String DISCLOSURE = """
            {"consent": {"content": {"kind": "SPECIFIC", "discloser": "Riverside program", "information": "My level of care",
               "dataClasses": ["ENROLLMENT"], "recipients": ["019a2b3c-0000-7000-8000-0000000000c1"],
               "purposes": ["TREATMENT"], "expiry": {"kind": "ON_DATE", "on": "2099-06-30"},
               "statements": ["RIGHT_TO_REVOKE"]}, "signedAt": "2026-09-01T12:00:00Z"},
             "question": {"recipientId": "019a2b3c-0000-7000-8000-0000000000c1", "dataClass": "ENROLLMENT",
               "purpose": "TREATMENT"}}""";

    private final Suite suite;
    private final Options options;
    private final Random random = new Random(42);
    private String token = Requests.token();

    private Answers(Suite suite, Options options) {
        this.suite = suite;
        this.options = options;
    }

    /** Measures and prints; exits with 1 when something failed and with 2 when called wrongly. */
    public static void main(String[] arguments) {
        int status = 0;
        try {
            var options = new Options(arguments, OPTIONS, USAGE);
            var checkout = Suite.findCheckout();
            var output =
                    options.text("--output").map(Path::of).orElse(checkout.resolve("deploy/load/target/answers.json"));
            try (var suite = new Suite(checkout, options.jvmOptions())) {
                new Answers(suite, options).run(output);
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
            var facts = Machine.facts(connection, options.jvmOptions());
            report.put("machine", facts);
            print("## Machine\n\n| fact | value |\n|---|---|");
            facts.forEach((name, value) -> print("| %s | %s |", name, value));
        }
        var intake = suite.start(SuiteService.INTAKE, "intake");
        int programs = options.number("--programs", 20_000);
        list(intake, programs);
        var rate = options.number("--rate", 50);
        var measured = Duration.ofSeconds(options.number("--seconds", 20));
        var warmUp = Duration.ofSeconds(options.number("--warm-up", 60));
        print("""

                ## Answers at a fixed rate

                Open loop, %d requests/s of each kind alone, %d rounds of %d s after %d s of warm-up of each kind; %,d programs are listed.
                Milliseconds from when a request was due to the end of its answer at the client: service, HTTP and token check.
                Median of the rounds (least–most).
                """, rate, options.number("--rounds", 3), measured.toSeconds(), warmUp.toSeconds(), programs);
        var driver = new LoadDriver(intake.port());
        var kinds = kinds();
        for (var work : kinds.values()) {
            token = Requests.token();
            driver.openLoop(rate * 4, CONNECTIONS, warmUp, work);
        }
        print("| question | p50 ms | p99 ms | worst ms | p99 by the yardstick's |\n|---|---|---|---|---|");
        measure(report, driver, kinds, rate, measured);
        report.put("decisionInProcessMillis", decisions());
        report.put("loadAverageAtTheEnd", Machine.loadAverage());
        print("\nLoad average at the end: %s", Machine.loadAverage());
        Files.writeString(
                output,
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(report));
        print("Written to %s", output);
    }

    private Map<String, LoadDriver.Work> kinds() {
        var kinds = new LinkedHashMap<String, LoadDriver.Work>();
        kinds.put("yardstick: an instrument", connection -> {
            expect(connection.get("/intake/api/instruments/PHQ-2", token), 200);
        });
        kinds.put("placement with reasons", connection -> {
            expect(connection.post("/intake/api/placements/evaluate", token, "", PLACEMENT), 200);
        });
        kinds.put("directory search, 25 miles, level and language", connection -> {
            expect(connection.get(search(), token), 200);
        });
        kinds.put("consent and question, with reasons", connection -> {
            expect(connection.post("/intake/api/consents/evaluate", token, "", DISCLOSURE), 200);
        });
        return kinds;
    }

    private void measure(
            Map<String, Object> report,
            LoadDriver driver,
            Map<String, LoadDriver.Work> kinds,
            int rate,
            Duration measured)
            throws Exception {
        var figures = new LinkedHashMap<String, Figures>();
        for (var kind : kinds.keySet()) {
            figures.put(kind, new Figures());
        }
        for (int round = 0; round < options.number("--rounds", 3); round++) {
            double yardstick = 0;
            for (var entry : figures.entrySet()) {
                token = Requests.token();
                var work = Objects.requireNonNull(kinds.get(entry.getKey()));
                var latencies =
                        driver.openLoop(rate, CONNECTIONS, measured, work).latencies();
                double tail = latencies.millisAt(0.99);
                yardstick = yardstick == 0 ? tail : yardstick;
                entry.getValue().add(latencies, tail / yardstick);
            }
        }
        figures.forEach((kind, of) -> {
            print(
                    "| %s | %s | %s | %s | %s |",
                    kind,
                    new Spread(of.medians).text(1),
                    new Spread(of.tails).text(1),
                    new Spread(of.worst).text(1),
                    new Spread(of.ratios).text(1));
            report.put(
                    kind,
                    Map.of(
                            "p50Millis", new Spread(of.medians).json(),
                            "p99Millis", new Spread(of.tails).json(),
                            "worstMillis", new Spread(of.worst).json(),
                            "p99ByYardstick", new Spread(of.ratios).json()));
        });
    }

    /** Of one kind of question, one figure for each round. */
    private static final class Figures {

        private final List<Double> medians = new ArrayList<>();
        private final List<Double> tails = new ArrayList<>();
        private final List<Double> worst = new ArrayList<>();
        private final List<Double> ratios = new ArrayList<>();

        void add(Samples latencies, double ratio) {
            medians.add(latencies.millisAt(0.5));
            tails.add(latencies.millisAt(0.99));
            worst.add(latencies.millisAt(1));
            ratios.add(ratio);
        }
    }

    /** The function alone, on the consents of one person, in the harness' own process. */
    private static Map<String, Object> decisions() {
        var clinic = new UUID(1, 1);
        var consents = new ArrayList<ConsentTerms>();
        for (int i = 0; i < CONSENTS_OF_ONE_PERSON; i++) {
            consents.add(new ConsentTerms(
                    new UUID(2, i),
                    ConsentKind.SPECIFIC,
                    true,
                    Set.of(new UUID(1, i)),
                    Set.of(),
                    List.of(),
                    Set.of(DataClass.ENROLLMENT),
                    Set.of(PurposeOfUse.TREATMENT),
                    Instant.parse("2026-09-01T12:00:00Z"),
                    null,
                    null,
                    null));
        }
        var question = new DisclosureRequest(
                clinic,
                Set.of(),
                Set.of(),
                false,
                DataClass.ENROLLMENT,
                PurposeOfUse.TREATMENT,
                Instant.parse("2026-09-10T12:00:00Z"),
                true);
        var nanos = new long[DECISIONS];
        int permitted = 0;
        for (int i = 0; i < 2 * DECISIONS; i++) {
            long began = System.nanoTime();
            permitted += DisclosureRules.decide(question, consents, List.of()).permitted() ? 1 : 0;
            nanos[i % DECISIONS] = System.nanoTime() - began;
        }
        if (permitted != 2 * DECISIONS) {
            throw new IllegalStateException("the decision was not the same each time");
        }
        var samples = new Samples(List.of(nanos));
        print(
                "%nA decision among %d consents, the function alone, %,d times after as many of warm-up: p50 %.4f ms, p99 %.4f ms, p99.9 %.4f ms",
                CONSENTS_OF_ONE_PERSON,
                DECISIONS,
                samples.millisAt(0.5),
                samples.millisAt(0.99),
                samples.millisAt(0.999));
        return Map.of("p50", samples.millisAt(0.5), "p99", samples.millisAt(0.99), "p999", samples.millisAt(0.999));
    }

    /** Programs as they lie in a country: a third around twenty cities, the rest anywhere between the coasts. */
    private void list(ServiceProcess intake, int programs) throws IOException {
        var director = TestTokens.bearer(Requests.ORGANIZATION, "program-director");
        try (var connection = new KeepAliveConnection(intake.port())) {
            for (int first = 0; first < programs; first += PROGRAMS_IN_ONE_LIST) {
                var list = new StringBuilder("external_id,name,levels,latitude,longitude,languages\n");
                for (int i = first; i < Math.min(programs, first + PROGRAMS_IN_ONE_LIST); i++) {
                    var near = i % 3 == 0;
                    var latitude =
                            near ? city(i).latitude() + random.nextGaussian() * 0.2 : 26 + random.nextDouble() * 22;
                    var longitude =
                            near ? city(i).longitude() + random.nextGaussian() * 0.2 : -122 + random.nextDouble() * 47;
                    list.append(String.format(
                            Locale.ROOT,
                            "P-%d,Example program %d,%s,%.5f,%.5f,%s%n",
                            i,
                            i,
                            i % 2 == 0 ? "2.1;2.5" : "1.5;2.1",
                            latitude,
                            longitude,
                            i % 4 == 0 ? "en;es" : "en"));
                }
                expect(
                        connection.post(
                                "/intake/api/directory-programs/imports", director, "", "text/csv", list.toString()),
                        200);
            }
        }
    }

    /** A search around a city, where the most programs are. */
    private synchronized String search() {
        var city = city(random.nextInt(20) * 3);
        return String.format(
                Locale.ROOT,
                "/intake/api/directory-programs?latitude=%.4f&longitude=%.4f&level=2.1&language=es",
                city.latitude() + random.nextGaussian() * 0.1,
                city.longitude() + random.nextGaussian() * 0.1);
    }

    private static City city(int program) {
        int number = program / 3 % 20;
        return new City(28 + number * 0.9, -120 + number * 2.3);
    }

    private record City(double latitude, double longitude) {}

    private static void expect(KeepAliveConnection.Answer answer, int status) throws IOException {
        if (answer.status() != status) {
            throw new IOException("answered " + answer.status() + ": " + answer.body());
        }
    }

    private static void print(String text, Object... values) {
        System.out.println(values.length == 0 ? text : String.format(Locale.ROOT, text, values));
    }
}
