package care.iop.progress.rollup;

import static org.awaitility.Awaitility.await;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.progress.Clinic;
import care.iop.progress.Clinic.Client;
import care.iop.progress.Database;
import care.iop.progress.attendance.Bookings;
import care.iop.progress.capacity.Rosters;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * What can happen to a few people, at random: admissions that are told late, changes of level and program, discharges, reports of
 * the last days with corrections, bookings that are moved and marked in any order and twice, publications of weeks with seats or
 * without that are taken back, also before they are told, merges and their undoing.
 */
public final class Story {

    private static final List<String> CODES =
            List.of("ATTENDED", "LATE", "PARTIAL", "EXCUSED", "LATE_CANCEL", "NO_SHOW", "CANCELLED_BY_PROGRAM");

    private final Random random;
    private final Database database;
    private final KafkaProbe kafka;
    private final String organization;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final List<UUID> programs = List.of(UUID.randomUUID(), UUID.randomUUID());
    private final List<Client> clients = new ArrayList<>();
    private final Map<UUID, Long> versions = new LinkedHashMap<>();
    private final List<KafkaProbe.Event> told = new ArrayList<>();
    private final Set<UUID> published = new HashSet<>();
    private final Map<UUID, List<KafkaProbe.Event>> open = new LinkedHashMap<>();

    public Story(long seed, Database database, KafkaProbe kafka, String organization) {
        this.random = new Random(seed);
        this.database = database;
        this.kafka = kafka;
        this.organization = organization;
        for (int i = 0; i < 4; i++) {
            clients.add(new Client(organization, UUID.randomUUID(), UUID.randomUUID(), programs.get(i % 2)));
        }
    }

    /** Lets this many things happen, and waits until progress has heard of all of them. */
    public void happen(int things) {
        for (int i = 0; i < things; i++) {
            var client = clients.get(random.nextInt(clients.size()));
            switch (random.nextInt(9)) {
                case 0 -> admission(client);
                case 1 -> discharge(client);
                case 2, 3 -> report(client);
                case 4 -> again();
                case 5 -> merge();
                case 6 -> roster();
                default -> booking(client);
            }
        }
        settle();
    }

    /** Waits until everything published is handled. */
    void settle() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> database.number("select count(*) from inbox where organization_id = ?", organization)
                        == published.size());
    }

    private void admission(Client client) {
        var data = Clinic.admissionData(client, 540 + 60 * random.nextInt(5));
        data.put("admittedOn", today.minusDays(random.nextInt(12)).toString());
        data.put("programId", programs.get(random.nextInt(2)));
        var type = versions.containsKey(client.admissionId()) ? "level-of-care-changed" : "patient-admitted";
        tell(
                "intake.admission.v1",
                KafkaProbe.event("care.iop.intake." + type + ".v1", client.admissionId(), organization, data)
                        .withVersion(next(client.admissionId())));
    }

    private void discharge(Client client) {
        if (versions.containsKey(client.admissionId())) {
            tell(
                    "intake.admission.v1",
                    KafkaProbe.event(
                                    "care.iop.intake.patient-discharged.v1",
                                    client.admissionId(),
                                    organization,
                                    Map.of(
                                            "dischargedOn",
                                            today.plusDays(random.nextInt(3)).toString()))
                            .withVersion(next(client.admissionId())));
        }
    }

    /** Reports a day, or corrects it when it has a report. */
    private void report(Client client) {
        // A merge on its way would change between two requests whose day has a report.
        settle();
        var day = today.minusDays(random.nextInt(7)).toString();
        var report = new LinkedHashMap<String, Object>();
        report.put("mood", random.nextInt(11));
        report.put("craving", random.nextInt(11));
        report.put("substanceUse", random.nextInt(4) == 0);
        report.put("sleepHours", random.nextInt(49) / 2.0);
        var etag = client.asSelf()
                .get("/api/patients/{id}/check-ins/{day}", client.patientId(), day)
                .header("ETag");
        if (etag != null) {
            client.asSelf()
                    .header("If-Match", etag)
                    .body(report)
                    .put("/api/patients/{id}/check-ins/{day}", client.patientId(), day)
                    .then()
                    .statusCode(200);
            return;
        }
        report.put("forOn", day);
        client.asSelf()
                .body(report)
                .post("/api/patients/{id}/check-ins", client.patientId())
                .then()
                .statusCode(201);
    }

    /** The same event once more, or an older one under a new identifier. */
    private void again() {
        if (!told.isEmpty()) {
            var topicAndEvent = told.get(random.nextInt(told.size()));
            publish(
                    topic(topicAndEvent),
                    random.nextBoolean() ? topicAndEvent : topicAndEvent.withId(UUID.randomUUID()));
        }
    }

    private void roster() {
        var program = programs.get(random.nextInt(2));
        var monday =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(random.nextInt(6));
        var publication = UUID.randomUUID();
        var at = today.minusDays(random.nextInt(40)).atStartOfDay().toInstant(ZoneOffset.UTC);
        var events = new ArrayList<KafkaProbe.Event>();
        events.add(
                random.nextInt(4) == 0
                        ? Rosters.publishedWithoutSeats(organization, publication, program, monday, at)
                        : Rosters.published(
                                organization,
                                publication,
                                program,
                                monday,
                                at,
                                random.nextInt(10),
                                random.nextInt(120)));
        if (random.nextInt(3) == 0) {
            events.add(random.nextInt(2), Rosters.rolledBack(organization, publication, program, monday));
        }
        events.forEach(event -> tell(Rosters.TOPIC, event));
    }

    private void merge() {
        var one = clients.get(0);
        var other = clients.get(1);
        var merge = UUID.nameUUIDFromBytes((organization + " merge").getBytes(StandardCharsets.UTF_8));
        long version = next(merge);
        tell(
                "intake.patient.v1",
                KafkaProbe.event(
                                version % 2 == 1
                                        ? "care.iop.intake.patient-merged.v1"
                                        : "care.iop.intake.patient-merge-undone.v1",
                                merge,
                                organization,
                                Map.of(
                                        "mergeId", merge,
                                        "survivorId", one.patientId(),
                                        "mergedId", other.patientId(),
                                        "admissionIds", List.of(other.admissionId())))
                        .withVersion(version));
    }

    private void booking(Client client) {
        var known = new ArrayList<>(open.keySet());
        var id =
                known.isEmpty() || random.nextInt(3) == 0 ? UUID.randomUUID() : known.get(random.nextInt(known.size()));
        var day = today.minusDays(random.nextInt(70)).plusDays(20);
        int planned = 60 + 60 * random.nextInt(3);
        long version = next(id);
        var event =
                switch (random.nextInt(4)) {
                    case 0 -> Bookings.cancelled(client, id, version, day, planned);
                    case 1 -> Bookings.booked(client, id, version, day, planned);
                    default ->
                        Bookings.marked(
                                client,
                                id,
                                version,
                                day,
                                planned,
                                CODES.get(random.nextInt(CODES.size())),
                                random.nextInt(planned + 1));
                };
        open.computeIfAbsent(id, i -> new ArrayList<>()).add(event);
        tell(topic(event), event);
    }

    private static String topic(KafkaProbe.Event event) {
        if (event.type().contains("attendance")) {
            return Bookings.ATTENDANCE;
        }
        if (event.type().contains("roster")) {
            return Rosters.TOPIC;
        }
        if (event.type().contains("session")) {
            return Bookings.SESSIONS;
        }
        return event.type().contains("merge") ? "intake.patient.v1" : "intake.admission.v1";
    }

    private long next(UUID aggregate) {
        return versions.merge(aggregate, 1L, Long::sum);
    }

    private void tell(String topic, KafkaProbe.Event event) {
        told.add(event);
        publish(topic, event);
    }

    private void publish(String topic, KafkaProbe.Event event) {
        kafka.publish(topic, event);
        published.add(event.id());
    }
}
