package care.iop.load;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.chassis.testing.TestTokens;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures how many reads and searches the FHIR face of scheduling answers, and what a consent costs: the same appointments are
 * read by an EHR whom a consent covers, by one whom none covers, and by staff who need none; the yardstick is a resource of the same
 * face that needs none. Each answer under a consent is accounted for in its own transaction.
 */
public final class FhirReads {

    private static final String USAGE =
            "usage: fhir [--seconds N] [--rounds N] [--connections N] [--warm-up N] [--clients N] [--output FILE] [--jvm-options \"…\"]";
    private static final Set<String> OPTIONS =
            Set.of("--seconds", "--rounds", "--connections", "--warm-up", "--clients", "--output", "--jvm-options");
    private static final UUID HOSPITAL =
            UUID.nameUUIDFromBytes("hospital of the load".getBytes(StandardCharsets.UTF_8));
    /** The most persons one session of a series takes. */
    private static final int SEATS = 100;

    private static final Duration KNOWN_WITHIN = Duration.ofMinutes(2);

    private final Suite suite;
    private final Options options;
    private String staff = "";
    private String ehr = "";

    private FhirReads(Suite suite, Options options) {
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
                    options.text("--output").map(Path::of).orElse(checkout.resolve("deploy/load/target/fhir.json"));
            try (var suite = new Suite(checkout, options.jvmOptions())) {
                new FhirReads(suite, options).run(output);
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

    /** A client's appointment. */
    private record Appointment(String id, String patientId) {}

    private void run(Path output) throws Exception {
        var report = new LinkedHashMap<String, Object>();
        try (var connection = suite.connect("postgres")) {
            var facts = Machine.facts(connection, options.jvmOptions());
            report.put("machine", facts);
            print("## Machine\n\n| fact | value |\n|---|---|");
            facts.forEach((name, value) -> print("| %s | %s |", name, value));
        }
        var scheduling = suite.start(SuiteService.SCHEDULING, "scheduling");
        var clinic = new ClinicApi(suite, scheduling);
        var first = LocalDate.now(ZoneOffset.UTC).plusDays(7);
        var program = clinic.openProgram("Reads");
        int clients = options.number("--clients", 500);
        var admissions = clinic.admit(program, clients, first.minusDays(7));
        var series = clinic.series(new ClinicApi.Series(
                program, "Everybody", "CHECK_IN", "FREQ=DAILY", first, "06:00", 60, SEATS, null, null));
        book(scheduling, admissions, series, first);
        var appointments = appointments();
        var covered = appointments.subList(0, appointments.size() / 2);
        var others = appointments.subList(appointments.size() / 2, appointments.size());
        renewTokens();
        consent(covered);
        awaitConsent(scheduling, covered);

        var connections = options.number("--connections", 16);
        var measured = Duration.ofSeconds(options.number("--seconds", 10));
        var kinds = kinds(covered, others, series + "." + first);
        print(
                """

                ## Reads and searches

                Closed loop on %d connections, %d rounds of %d s of each kind, one after the other in every round, after %d s of warm-up of each.
                %d clients with an appointment each, half of them covered by a consent. Median of the rounds (least–most).

                | what is asked | requests/s | p50 ms | p99 ms | by the yardstick's requests/s |
                |---|---|---|---|---|""",
                connections,
                options.number("--rounds", 3),
                measured.toSeconds(),
                options.number("--warm-up", 20),
                clients);
        var driver = new LoadDriver(scheduling.port());
        for (var work : kinds.values()) {
            renewTokens();
            driver.closedLoop(connections, Duration.ZERO, Duration.ofSeconds(options.number("--warm-up", 20)), work);
        }
        measure(report, driver, kinds, connections, measured);
        var told = clinic.number("select count(*) from access_log where resource = 'Disclosure'");
        report.put("disclosuresInTheAccessLog", told);
        report.put("loadAverageAtTheEnd", Machine.loadAverage());
        print("\n%,d disclosures stand in the access log. Load average at the end: %s", told, Machine.loadAverage());
        Files.writeString(
                output,
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(report));
        print("Written to %s", output);
    }

    private void renewTokens() {
        staff = ClinicApi.token();
        ehr = TestTokens.system(Requests.ORGANIZATION, "system/Appointment.rs", "system/Slot.rs");
    }

    /** Books everybody, a full session a day from {@code day} on. */
    private void book(ServiceProcess scheduling, List<UUID> admissions, UUID series, LocalDate day) throws IOException {
        try (var connection = new KeepAliveConnection(scheduling.port())) {
            for (int i = 0; i < admissions.size(); i++) {
                expect(
                        connection.post("/scheduling/api/bookings", ClinicApi.token(), "", """
                        {"enrollmentId": "%s", "seriesId": "%s", "sessionOn": "%s"}""".formatted(
                                        admissions.get(i), series, day.plusDays(i / SEATS))),
                        201);
            }
        }
    }

    private List<Appointment> appointments() throws SQLException {
        try (var connection = suite.connect("scheduling");
                var select = connection.createStatement();
                var row = select.executeQuery("select id, patient_id from booking order by id")) {
            var appointments = new ArrayList<Appointment>();
            while (row.next()) {
                appointments.add(new Appointment(row.getString(1), row.getString(2)));
            }
            return appointments;
        }
    }

    /** What intake tells: whose machine the EHR is, and what these people have signed. */
    private void consent(List<Appointment> covered) {
        var now = Instant.now().toString();
        try (var kafka = KafkaProbe.connect(suite.kafka().bootstrapServers())) {
            kafka.publish(
                    "intake.consent.v1",
                    KafkaProbe.event(
                                    "care.iop.intake.recipient-changed.v1",
                                    HOSPITAL,
                                    Requests.ORGANIZATION,
                                    Map.of(
                                            "recipientId", HOSPITAL,
                                            "classes", List.of("TREATING_PROVIDERS"),
                                            "purposes", List.of("TREATMENT"),
                                            "participatesIn", List.of(),
                                            "clientSubject", subject(),
                                            "active", true,
                                            "occurredAt", now))
                            .withVersion(1));
            for (var one : covered) {
                var consent = UUID.randomUUID();
                var terms = new LinkedHashMap<String, Object>();
                terms.put("consentId", consent);
                terms.put("patientId", one.patientId());
                terms.put("kind", "SPECIFIC");
                terms.put("status", "ACTIVE");
                terms.put("recipients", List.of(HOSPITAL));
                terms.put("recipientClasses", List.of());
                terms.put("intermediaries", List.of());
                terms.put("dataClasses", List.of("ATTENDANCE"));
                terms.put("purposes", List.of("TREATMENT"));
                terms.put("signedAt", "2026-09-01T14:05:00Z");
                terms.put("occurredAt", now);
                kafka.publish(
                        "intake.consent.v1",
                        KafkaProbe.event("care.iop.intake.consent-changed.v1", consent, Requests.ORGANIZATION, terms)
                                .withVersion(1));
            }
        }
    }

    private static String subject() {
        return UUID.nameUUIDFromBytes(("ehr-" + Requests.ORGANIZATION).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private void awaitConsent(ServiceProcess scheduling, List<Appointment> covered)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + KNOWN_WITHIN.toNanos();
        try (var connection = new KeepAliveConnection(scheduling.port())) {
            for (var one : covered) {
                while (connection.get(path(one), ehr).status() != 200) {
                    if (System.nanoTime() > deadline) {
                        throw new IllegalStateException("the consents were not known in " + KNOWN_WITHIN);
                    }
                    TimeUnit.MILLISECONDS.sleep(50);
                }
            }
        }
    }

    private static String path(Appointment one) {
        return "/scheduling/fhir/Appointment/" + one.id();
    }

    private Map<String, LoadDriver.Work> kinds(List<Appointment> covered, List<Appointment> others, String slot) {
        var next = new AtomicInteger();
        var kinds = new LinkedHashMap<String, LoadDriver.Work>();
        kinds.put("yardstick: a Slot, which needs no consent", connection -> {
            expect(connection.get("/scheduling/fhir/Slot/" + slot, ehr), 200);
        });
        kinds.put("booking by staff, which needs no consent", connection -> {
            expect(
                    connection.get(
                            "/scheduling/api/bookings/" + turn(covered, next).id(), staff),
                    200);
        });
        kinds.put("read of an Appointment, covered", connection -> {
            expect(connection.get(path(turn(covered, next)), ehr), 200);
        });
        kinds.put("read of an Appointment, not covered", connection -> {
            expect(connection.get(path(turn(others, next)), ehr), 404);
        });
        kinds.put("search of a person's Appointments, covered", connection -> {
            expect(connection.get(search(turn(covered, next)), ehr), 200);
        });
        kinds.put("search of a person's Appointments, not covered", connection -> {
            expect(connection.get(search(turn(others, next)), ehr), 200);
        });
        return kinds;
    }

    private static String search(Appointment one) {
        return "/scheduling/fhir/Appointment?patient=" + one.patientId();
    }

    private static Appointment turn(List<Appointment> all, AtomicInteger next) {
        return all.get(Math.floorMod(next.getAndIncrement(), all.size()));
    }

    private void measure(
            Map<String, Object> report,
            LoadDriver driver,
            Map<String, LoadDriver.Work> kinds,
            int connections,
            Duration measured)
            throws Exception {
        var figures = new LinkedHashMap<String, Figures>();
        kinds.keySet().forEach(kind -> figures.put(kind, new Figures()));
        for (int round = 0; round < options.number("--rounds", 3); round++) {
            double yardstick = 0;
            for (var entry : kinds.entrySet()) {
                renewTokens();
                var outcome = driver.closedLoop(connections, Duration.ofSeconds(1), measured, entry.getValue());
                yardstick = yardstick == 0 ? outcome.perSecond() : yardstick;
                var of = Objects.requireNonNull(figures.get(entry.getKey()));
                of.perSecond.add(outcome.perSecond());
                of.medians.add(outcome.latencies().millisAt(0.5));
                of.tails.add(outcome.latencies().millisAt(0.99));
                of.ratios.add(outcome.perSecond() / yardstick);
            }
        }
        figures.forEach((kind, of) -> {
            print(
                    "| %s | %s | %s | %s | %s |",
                    kind,
                    new Spread(of.perSecond).text(0),
                    new Spread(of.medians).text(1),
                    new Spread(of.tails).text(1),
                    new Spread(of.ratios).text(2));
            report.put(
                    kind,
                    Map.of(
                            "perSecond", new Spread(of.perSecond).json(),
                            "p50Millis", new Spread(of.medians).json(),
                            "p99Millis", new Spread(of.tails).json(),
                            "byYardstick", new Spread(of.ratios).json()));
        });
    }

    /** Of one kind of question, one figure for each round. */
    private static final class Figures {

        private final List<Double> perSecond = new ArrayList<>();
        private final List<Double> medians = new ArrayList<>();
        private final List<Double> tails = new ArrayList<>();
        private final List<Double> ratios = new ArrayList<>();
    }

    private static void expect(KeepAliveConnection.Answer answer, int status) throws IOException {
        if (answer.status() != status) {
            throw new IOException("answered " + answer.status() + ": " + answer.body());
        }
    }

    private static void print(String text, Object... values) {
        System.out.println(values.length == 0 ? text : String.format(Locale.ROOT, text, values));
    }
}
