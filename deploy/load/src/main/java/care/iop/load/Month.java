package care.iop.load;

import care.iop.load.Growth.Timed;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Feeds a month of many clients through the API: each seat is booked by a request of its own, then what became of each session
 * is recorded, groups as a whole. Does a booking get dearer as the table grows? The first tenth of the bookings is held
 * against the last, each by the yardstick of its own time: reading a program, sent in between on the same connections.
 */
public final class Month {

    private static final String USAGE =
            "usage: month [--clients N] [--weeks N] [--connections N] [--warm-up N] [--output FILE] [--jvm-options \"…\"]";
    private static final Set<String> OPTIONS =
            Set.of("--clients", "--weeks", "--connections", "--warm-up", "--output", "--jvm-options");
    private static final int CLIENTS_OF_A_PROGRAM = 200;
    private static final int SEATS = 12;
    /** A clinician sees one client an hour, from 08:00 on, on Tuesdays and again on Thursdays. */
    private static final int CLIENTS_OF_A_CLINICIAN = 8;
    /** Every so many bookings, one reading of a program. */
    private static final int YARDSTICK_EVERY = 10;

    private static final String YARDSTICK = "yardstick: read a program";
    private static final int TENTHS = 10;
    /** The same order in every run. */
    private static final int SEED = 42;

    private static final long TOKEN_LASTS_NANOS = Duration.ofMinutes(5).toNanos();

    private final Suite suite;
    private final Options options;
    private final Map<String, Object> report = new LinkedHashMap<>();
    private final Queue<Booked> booked = new ConcurrentLinkedQueue<>();
    private volatile String token = ClinicApi.token();
    private volatile long tokenSince = System.nanoTime();

    private Month(Suite suite, Options options) {
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
                    options.text("--output").map(Path::of).orElse(checkout.resolve("deploy/load/target/month.json"));
            try (var suite = new Suite(checkout, options.jvmOptions())) {
                new Month(suite, options).run(output);
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

    /** A client with what they attend. */
    private record Client(UUID admission, UUID program, UUID group, UUID clinician, String hour) {}

    /** A booking as answered. */
    private record Booked(UUID id, UUID session, boolean group) {}

    /** One request of the month. */
    private record Call(String kind, String path, String body) {}

    private void run(Path output) throws Exception {
        try (var connection = suite.connect("postgres")) {
            var facts = Machine.facts(connection, options.jvmOptions());
            report.put("machine", facts);
            print("## Machine\n\n| fact | value |\n|---|---|");
            facts.forEach((name, value) -> print("| %s | %s |", name, value));
        }
        int number = options.number("--clients", 2_000);
        int weeks = options.number("--weeks", 4);
        int connections = options.number("--connections", 16);
        var scheduling = suite.start(SuiteService.SCHEDULING, "scheduling");
        var clinic = new ClinicApi(suite, scheduling);
        // The month is over, so that attendance can be recorded.
        var monday = LocalDate.now(ZoneOffset.UTC)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(weeks);
        var clients = clients(clinic, number, monday);
        warmUp(scheduling, clients, monday.minusWeeks(3), connections);
        booked.clear();
        print("""

                ## A month of %,d clients

                %d weeks of three group and two individual sessions each, booked one by one in order of time on %d connections (closed loop),
                and then attendance: a whole group in one call, individual sessions one by one. Nothing but the answers expected counts.

                | call | calls | per second | p50 ms | p99 ms |
                |---|---|---|---|---|""", number, weeks, connections);
        var program = clients.get(0).program();
        var timeline = phase("booking", scheduling, connections, bookings(clients, monday, weeks), program);
        phase("attendance", scheduling, connections, attendance(), program);
        report.put("growth", Growth.print(timeline, YARDSTICK));
        check(clinic, (long) number * weeks * 5);
        report.put("loadAverageAtTheEnd", Machine.loadAverage());
        print("\nLoad average at the end: %s", Machine.loadAverage());
        Files.writeString(
                output,
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(report));
        print("Written to %s", output);
    }

    /** Programs of 200 clients: groups of twelve in three tracks, one facilitator and room for three groups. */
    private List<Client> clients(ClinicApi clinic, int number, LocalDate monday) throws Exception {
        var starts = List.of("09:00", "13:00", "17:30");
        var all = new ArrayList<Client>();
        for (int first = 0; first < number; first += CLIENTS_OF_A_PROGRAM) {
            int here = Math.min(CLIENTS_OF_A_PROGRAM, number - first);
            var program = clinic.openProgram("Program " + first / CLIENTS_OF_A_PROGRAM);
            var groups = new ArrayList<UUID>();
            UUID facilitator = null;
            UUID room = null;
            for (int i = 0; i * SEATS < here; i++) {
                if (i % starts.size() == 0) {
                    facilitator = clinic.clinician(program, "Facilitator " + i);
                    room = clinic.room(program, "Room " + i, "GROUP");
                }
                groups.add(clinic.series(new ClinicApi.Series(
                        program,
                        "Group " + i,
                        "GROUP",
                        "FREQ=WEEKLY;BYDAY=MO,WE,FR",
                        monday.minusWeeks(3),
                        starts.get(i % starts.size()),
                        180,
                        SEATS,
                        facilitator,
                        room)));
            }
            var therapists = new ArrayList<UUID>();
            for (int i = 0; i * CLIENTS_OF_A_CLINICIAN < here; i++) {
                therapists.add(clinic.clinician(program, "Therapist " + i));
            }
            var admissions = clinic.admit(program, here, monday.minusWeeks(3));
            for (int i = 0; i < here; i++) {
                all.add(new Client(
                        admissions.get(i),
                        program,
                        groups.get(i / SEATS),
                        therapists.get(i / CLIENTS_OF_A_CLINICIAN),
                        "%02d:00".formatted(8 + i % CLIENTS_OF_A_CLINICIAN)));
            }
        }
        return all;
    }

    /** Bookings of three earlier weeks until the time is over, and their attendance: the same calls as are measured. */
    private void warmUp(ServiceProcess scheduling, List<Client> clients, LocalDate monday, int connections)
            throws InterruptedException, ExecutionException {
        long until = System.nanoTime()
                + Duration.ofSeconds(options.number("--warm-up", 60)).toNanos();
        int warmed = 0;
        var calls = bookings(clients, monday, 3);
        while (warmed < calls.size() && System.nanoTime() < until) {
            var some = calls.subList(warmed, Math.min(calls.size(), warmed + 200));
            timed(scheduling, connections, some, clients.get(0).program());
            warmed += some.size();
        }
        var marks = attendance();
        timed(
                scheduling,
                connections,
                marks.subList(0, Math.min(2_000, marks.size())),
                clients.get(0).program());
        print("\nWarmed up by %,d bookings and their attendance.", warmed);
    }

    private static List<Call> bookings(List<Client> clients, LocalDate monday, int weeks) {
        var calls = new ArrayList<Call>();
        var random = new Random(SEED);
        for (int day = 0; day < weeks * 7; day++) {
            var on = monday.plusDays(day);
            // Of all programs mixed, as desks of different programs work side by side.
            var mixed = new ArrayList<>(clients);
            Collections.shuffle(mixed, random);
            for (var client : mixed) {
                switch (on.getDayOfWeek()) {
                    case MONDAY, WEDNESDAY, FRIDAY ->
                        calls.add(new Call("book a group session", "/scheduling/api/bookings", """
                                {"enrollmentId": "%s", "seriesId": "%s", "sessionOn": "%s"}""".formatted(
                                        client.admission(), client.group(), on)));
                    case TUESDAY, THURSDAY ->
                        calls.add(new Call("book an individual session", "/scheduling/api/bookings", """
                                {"enrollmentId": "%s", "sessionOn": "%s", "appointment": {"kind": "INDIVIDUAL",
                                 "localStart": "%s", "durationMinutes": 60, "clinicianId": "%s"}}""".formatted(
                                        client.admission(), on, client.hour(), client.clinician())));
                    case SATURDAY, SUNDAY -> {
                        // Nobody comes.
                    }
                }
            }
        }
        return calls;
    }

    /** Of each ten clients one comes late, one leaves early and one stays away. */
    private List<Call> attendance() {
        var groups = new LinkedHashMap<UUID, List<Booked>>();
        var calls = new ArrayList<Call>();
        int number = 0;
        for (var one : booked) {
            if (one.group()) {
                groups.computeIfAbsent(one.session(), session -> new ArrayList<>())
                        .add(one);
            } else {
                calls.add(new Call(
                        "record an individual session",
                        "/scheduling/api/bookings/" + one.id() + "/attendance",
                        "{" + mark(number++) + "}"));
            }
        }
        for (var group : groups.entrySet()) {
            var marks = new ArrayList<String>();
            for (var one : group.getValue()) {
                marks.add("{\"bookingId\": \"" + one.id() + "\", " + mark(number++) + "}");
            }
            calls.add(new Call(
                    "record a whole group",
                    "PUT /scheduling/api/sessions/" + group.getKey() + "/attendance",
                    "{\"marks\": [" + String.join(",", marks) + "]}"));
        }
        return calls;
    }

    private static String mark(int number) {
        return switch (number % TENTHS) {
            case 0 -> "\"code\": \"NO_SHOW\"";
            case 1 -> "\"code\": \"LATE\", \"minutesLate\": 10";
            case 2 -> "\"code\": \"PARTIAL\", \"minutesPresent\": 45";
            default -> "\"code\": \"ATTENDED\"";
        };
    }

    private List<Timed> phase(String name, ServiceProcess scheduling, int connections, List<Call> calls, UUID program)
            throws InterruptedException, ExecutionException {
        long began = System.nanoTime();
        var timed = timed(scheduling, connections, calls, program);
        double seconds = (System.nanoTime() - began) / 1e9;
        for (var kind : timed.stream().map(Timed::kind).distinct().sorted().toList()) {
            var samples = Growth.samples(timed, kind);
            print(
                    "| %s | %,d | %,.0f | %.1f | %.1f |",
                    kind, samples.count(), samples.count() / seconds, samples.millisAt(0.5), samples.millisAt(0.99));
            report.put(
                    name + ": " + kind,
                    Map.of(
                            "calls", samples.count(),
                            "perSecond", samples.count() / seconds,
                            "p50Millis", samples.millisAt(0.5),
                            "p99Millis", samples.millisAt(0.99)));
        }
        return timed;
    }

    private List<Timed> timed(ServiceProcess scheduling, int connections, List<Call> calls, UUID program)
            throws InterruptedException, ExecutionException {
        var next = new AtomicInteger();
        var pool = Executors.newFixedThreadPool(connections);
        try {
            var running = new ArrayList<Future<List<Timed>>>();
            for (int i = 0; i < connections; i++) {
                running.add(pool.submit(() -> {
                    var mine = new ArrayList<Timed>();
                    try (var connection = new KeepAliveConnection(scheduling.port())) {
                        for (int at = next.getAndIncrement(); at < calls.size(); at = next.getAndIncrement()) {
                            mine.add(send(connection, calls.get(at)));
                            if (at % YARDSTICK_EVERY == 0) {
                                mine.add(yardstick(connection, program));
                            }
                        }
                    }
                    return mine;
                }));
            }
            var all = new ArrayList<Timed>();
            for (var one : running) {
                all.addAll(one.get());
            }
            return all;
        } finally {
            pool.shutdownNow();
        }
    }

    private Timed send(KeepAliveConnection connection, Call call) throws IOException {
        var bearer = bearer();
        long began = System.nanoTime();
        var put = call.path().startsWith("PUT ");
        var answer = put
                ? connection.put(call.path().substring("PUT ".length()), bearer, call.body())
                : connection.post(call.path(), bearer, "", call.body());
        long nanos = System.nanoTime() - began;
        if (answer.status() != (put ? 200 : 201)) {
            throw new IOException(call.path() + " answered " + answer.status() + " " + answer.body());
        }
        if (call.path().endsWith("/bookings")) {
            JsonNode booking = ClinicApi.read(answer.body());
            booked.add(new Booked(
                    UUID.fromString(booking.get("id").asText()),
                    UUID.fromString(booking.get("sessionId").asText()),
                    booking.get("kind").asText().equals("GROUP")));
        }
        return new Timed(call.kind(), began, nanos);
    }

    private Timed yardstick(KeepAliveConnection connection, UUID program) throws IOException {
        long began = System.nanoTime();
        var answer = connection.get("/scheduling/api/programs/" + program, bearer());
        long nanos = System.nanoTime() - began;
        if (answer.status() != 200) {
            throw new IOException("the yardstick answered " + answer.status());
        }
        return new Timed(YARDSTICK, began, nanos);
    }

    private String bearer() {
        if (System.nanoTime() - tokenSince > TOKEN_LASTS_NANOS) {
            token = ClinicApi.token();
            tokenSince = System.nanoTime();
        }
        return token;
    }

    private void check(ClinicApi clinic, long expected) throws Exception {
        long month = booked.size();
        long marked = clinic.number("select count(*) from booking where attendance is not null");
        long bookings = clinic.number("select count(*) from booking where status = 'BOOKED'");
        print("\n%,d bookings of the month, %,d in the table, %,d of them marked.", month, bookings, marked);
        report.put("bookings", bookings);
        report.put("marked", marked);
        if (month != expected) {
            throw new IllegalStateException(expected + " bookings were expected");
        }
    }

    private static void print(String text, Object... values) {
        System.out.println(values.length == 0 ? text : String.format(Locale.ROOT, text, values));
    }
}
