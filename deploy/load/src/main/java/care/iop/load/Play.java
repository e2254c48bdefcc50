package care.iop.load;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.chassis.testing.TestTokens;
import care.iop.load.simulation.Person;
import care.iop.load.simulation.Simulation;
import care.iop.load.simulation.Year;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Plays the present of a simulated year through progress' API, as the other services and the people would: admissions, bookings and
 * attendance as events on Kafka, and the reports of the last eight days over HTTP, day by day. Then it says which alerts that raised.
 */
public final class Play {

    private static final String USAGE =
            "usage: simulate play [--episodes N] [--days N] [--seed N] [--programs N] [--jvm-options \"…\"]";
    private static final Set<String> OPTIONS = Set.of("--episodes", "--days", "--seed", "--programs", "--jvm-options");
    private static final long TAKEN_IN_WITHIN_MINUTES = 10;

    private final Suite suite;
    private final List<Person> present;
    private final LocalDate since = ProgressNetwork.today().minusDays(ProgressNetwork.OPEN_DAYS - 1L);

    private Play(Suite suite, List<Person> present) {
        this.suite = suite;
        this.present = List.copyOf(present);
    }

    /** Plays and prints; exits with 1 when something failed and with 2 when called wrongly. */
    public static void main(String[] arguments) {
        int status = 0;
        try {
            var options = new Options(arguments, OPTIONS, USAGE);
            int days = options.number("--days", 120);
            int episodes = options.number("--episodes", 500);
            var simulation = new Simulation(new Year(
                    options.number("--seed", 1),
                    episodes,
                    options.number("--programs", 2),
                    ProgressNetwork.today().minusDays(days - 1L),
                    days,
                    false));
            var present = IntStream.range(0, episodes)
                    .mapToObj(simulation::person)
                    .filter(person -> person.endedOn() == null)
                    .toList();
            try (var suite = new Suite(Suite.findCheckout(), options.jvmOptions())) {
                new Play(suite, present).run();
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            status = 2;
        } catch (Exception e) {
            System.err.println("The play failed: " + e);
            status = 1;
        }
        System.exit(status);
    }

    private void run() throws Exception {
        var service = suite.start(SuiteService.PROGRESS, "progress");
        long events = tell();
        awaitHandled(events);
        int reports = 0;
        try (var connection = new KeepAliveConnection(service.port())) {
            for (var day = since; !day.isAfter(ProgressNetwork.today()); day = day.plusDays(1)) {
                reports += report(connection, day);
            }
        }
        print(
                "%,d people in treatment, %,d events, %,d reports of the days since %s.",
                present.size(), events, reports, since);
        print("%n| alert | severity | how many |\n|---|---|---|");
        for (var row : rows("""
                select '| ' || rule || ' | ' || severity || ' | ' || count(*) || ' |' from alert group by rule, severity
                 order by rule, severity""")) {
            print("%s", row);
        }
    }

    private long tell() {
        long events = 0;
        try (var kafka = KafkaProbe.connect(suite.kafka().bootstrapServers())) {
            for (var person : present) {
                kafka.publish(
                        "intake.admission.v1",
                        KafkaProbe.event(
                                "care.iop.intake.patient-admitted.v1",
                                person.admissionId(),
                                Requests.ORGANIZATION,
                                admission(person)));
                events++;
            }
            for (var person : present) {
                for (var session : person.sessions()) {
                    kafka.publish(
                            "scheduling.session.v1",
                            KafkaProbe.event(
                                            "care.iop.scheduling.session-booked.v1",
                                            session.id(),
                                            Requests.ORGANIZATION,
                                            booking(person, session))
                                    .withVersion(1));
                    var marked = booking(person, session);
                    marked.put("sessionId", session.id());
                    marked.put("programId", person.programId());
                    marked.put("code", session.code());
                    marked.put("deliveredMinutes", session.deliveredMinutes());
                    kafka.publish(
                            "scheduling.attendance.v1",
                            KafkaProbe.event(
                                            "care.iop.scheduling.attendance-recorded.v1",
                                            session.id(),
                                            Requests.ORGANIZATION,
                                            marked)
                                    .withVersion(2));
                    events += 2;
                }
            }
        }
        return events;
    }

    private static Map<String, Object> admission(Person person) {
        var data = new LinkedHashMap<String, Object>();
        data.put("admissionId", person.admissionId());
        data.put("patientId", person.patientId());
        data.put("referralId", new UUID(person.admissionId().getMostSignificantBits(), 1));
        data.put("programId", person.programId());
        data.put("levelOfCare", "2.1");
        data.put("criteriaEdition", "ASAM4");
        data.put("admittedOn", person.admittedOn().toString());
        data.put("prescribedMinutesPerWeek", person.prescribedMinutesPerWeek());
        return data;
    }

    private static Map<String, Object> booking(Person person, Person.Session session) {
        var data = new LinkedHashMap<String, Object>();
        data.put("bookingId", session.id());
        data.put("admissionId", person.admissionId());
        data.put("patientId", person.patientId());
        data.put("kind", "GROUP");
        data.put("startsAt", session.on() + "T14:00:00Z");
        data.put("endsAt", session.on() + "T17:00:00Z");
        data.put("sessionOn", session.on().toString());
        data.put("zone", "America/New_York");
        data.put("plannedMinutes", session.plannedMinutes());
        return data;
    }

    private void awaitHandled(long events) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(TAKEN_IN_WITHIN_MINUTES);
        while (Long.parseLong(rows("select count(*) from inbox").get(0)) < events) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("progress did not take all events in");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private int report(KeepAliveConnection connection, LocalDate day) throws Exception {
        var reporting = present.stream()
                .flatMap(person -> person.days().stream()
                        .filter(one -> one.reported() && one.on().equals(day))
                        .map(one -> Map.entry(person.patientId(), one)))
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .toList();
        for (var one : reporting) {
            var answer = connection.post(
                    "/progress/api/patients/" + one.getKey() + "/check-ins",
                    TestTokens.forPatient(Requests.ORGANIZATION, one.getKey()),
                    "",
                    ProgressNetwork.report(one.getValue()));
            Dashboards.expect(answer, 201, "a check-in");
        }
        return reporting.size();
    }

    private List<String> rows(String sql) throws SQLException {
        try (var connection = suite.connect("progress");
                var select = connection.createStatement();
                var row = select.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }

    private static void print(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
