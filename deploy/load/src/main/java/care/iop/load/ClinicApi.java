package care.iop.load;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.chassis.testing.TestTokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Opens programs in scheduling and fills them with clinicians, rooms, groups and clients, all of it over HTTP and Kafka. */
final class ClinicApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> DAYS =
            List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");
    private static final Duration ENROLLED_WITHIN = Duration.ofMinutes(10);

    private final Suite suite;
    private final ServiceProcess scheduling;

    ClinicApi(Suite suite, ServiceProcess scheduling) {
        this.suite = suite;
        this.scheduling = scheduling;
    }

    /** A token that lasts ten minutes, for somebody who schedules and marks attendance. */
    static String token() {
        return TestTokens.bearer(Requests.ORGANIZATION, "scheduler", "clinician");
    }

    UUID openProgram(String name) throws IOException {
        return create("/scheduling/api/programs", """
                {"name": "%s", "zone": "America/New_York",
                 "tracks": [{"track": "MORNING", "from": "09:00", "until": "12:00"},
                            {"track": "AFTERNOON", "from": "13:00", "until": "16:00"},
                            {"track": "EVENING", "from": "17:30", "until": "20:30"}],
                 "closures": [],
                 "defaultPrescription": [{"kind": "GROUP", "minutes": 180, "timesPerWeek": 3},
                                         {"kind": "INDIVIDUAL", "minutes": 60, "timesPerWeek": 2}]}""".formatted(name));
    }

    /** A clinician who works every day from 06:00 to 22:00. */
    UUID clinician(UUID program, String name) throws IOException {
        var hours = String.join(
                ",",
                DAYS.stream()
                        .map(day -> "{\"day\": \"%s\", \"from\": \"06:00\", \"until\": \"22:00\"}".formatted(day))
                        .toList());
        return create("/scheduling/api/clinicians", """
                {"programId": "%s", "name": "%s", "credentials": ["THERAPIST", "GROUP"], "modalities": ["CBT"],
                 "workingHours": [%s], "maxWeeklyMinutes": 6720, "targetWeeklyMinutes": 6720}""".formatted(program, name, hours));
    }

    UUID room(UUID program, String name, String type) throws IOException {
        return create("/scheduling/api/rooms", """
                {"programId": "%s", "name": "%s", "type": "%s", "capacity": 14}""".formatted(program, name, type));
    }

    UUID series(Series series) throws IOException {
        return create("/scheduling/api/session-series", """
                {"programId": "%s", "name": "%s", "kind": "%s", "rrule": "%s", "startsOn": "%s", "localStart": "%s",
                 "durationMinutes": %d, "track": "MORNING", "capacity": %d, "minimumSize": 0, "modality": "CBT"%s%s}""".formatted(
                        series.program,
                        series.name,
                        series.kind,
                        series.rrule,
                        series.startsOn,
                        series.localStart,
                        series.minutes,
                        series.capacity,
                        series.facilitator == null ? "" : ", \"facilitatorId\": \"" + series.facilitator + "\"",
                        series.room == null ? "" : ", \"roomId\": \"" + series.room + "\""));
    }

    /** A series as it is asked for. */
    record Series(
            UUID program,
            String name,
            String kind,
            String rrule,
            LocalDate startsOn,
            String localStart,
            int minutes,
            int capacity,
            @Nullable UUID facilitator,
            @Nullable UUID room) {}

    /** Admits clients by intake's event, and waits until scheduling has enrolled them. */
    List<UUID> admit(UUID program, int clients, LocalDate admittedOn) throws SQLException, InterruptedException {
        var admitted = new ArrayList<UUID>();
        long before = enrollments();
        try (var kafka = KafkaProbe.connect(suite.kafka().bootstrapServers())) {
            for (int i = 0; i < clients; i++) {
                var admission = UUID.randomUUID();
                Map<String, Object> data = new LinkedHashMap<>();
                data.put("admissionId", admission);
                data.put("patientId", UUID.randomUUID());
                data.put("referralId", UUID.randomUUID());
                data.put("programId", program);
                data.put("levelOfCare", "2.1");
                data.put("criteriaEdition", "ASAM_4");
                data.put("admittedOn", admittedOn.toString());
                data.put("prescribedMinutesPerWeek", 900);
                kafka.publish(
                        "intake.admission.v1",
                        KafkaProbe.event(
                                "care.iop.intake.patient-admitted.v1", admission, Requests.ORGANIZATION, data));
                admitted.add(admission);
            }
        }
        long deadline = System.nanoTime() + ENROLLED_WITHIN.toNanos();
        while (enrollments() < before + clients) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the clients were not enrolled in " + ENROLLED_WITHIN);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return admitted;
    }

    private long enrollments() throws SQLException {
        return number("select count(*) from enrollment");
    }

    /** The one number that scheduling's database answers. */
    long number(String sql) throws SQLException {
        try (var connection = suite.connect("scheduling");
                var select = connection.createStatement();
                var row = select.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private UUID create(String path, String body) throws IOException {
        try (var connection = new KeepAliveConnection(scheduling.port())) {
            var answer = connection.post(path, token(), "", body);
            if (answer.status() != 201) {
                throw new IOException(path + " answered " + answer.status() + " " + answer.body());
            }
            return UUID.fromString(read(answer.body()).get("id").asText());
        }
    }

    static JsonNode read(String body) throws IOException {
        return JSON.readTree(body);
    }
}
