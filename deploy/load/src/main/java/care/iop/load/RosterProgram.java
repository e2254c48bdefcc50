package care.iop.load;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.chassis.testing.TestTokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A made-up program of any size in scheduling: a third of the clients in each track, groups, therapists, family and vocational
 * counsellors and rooms enough for all. Entered over HTTP; admissions come as intake's events.
 */
final class RosterProgram {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final String ORGANIZATION = Requests.ORGANIZATION;
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final List<String> TRACKS = List.of("MORNING", "AFTERNOON", "EVENING");
    private static final List<String> GROUP_STARTS = List.of("09:00", "13:00", "17:30");
    private static final List<String> FROM = List.of("08:00", "12:00", "16:00");
    private static final List<String> UNTIL = List.of("13:00", "17:00", "21:00");
    private static final List<String> MODALITIES = List.of("CBT", "MI", "DBT");

    private final Suite suite;
    private final ServiceProcess scheduling;
    private final Random random = new Random(7);
    private final UUID id = UUID.randomUUID();
    private final List<UUID> therapists = new ArrayList<>();
    private final List<UUID> clients = new ArrayList<>();

    RosterProgram(Suite suite, ServiceProcess scheduling) {
        this.suite = suite;
        this.scheduling = scheduling;
    }

    UUID id() {
        return id;
    }

    List<UUID> therapists() {
        return List.copyOf(therapists);
    }

    /** Everybody admitted so far, in order of admission. */
    List<UUID> clients() {
        return List.copyOf(clients);
    }

    /** A Monday a few weeks ahead. */
    LocalDate week() {
        return LocalDate.now(ZONE)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .plusWeeks(3);
    }

    /** A token for somebody who plans, directs and treats; it lasts ten minutes. */
    static String token() {
        return TestTokens.bearer(ORGANIZATION, "scheduler", "program-director", "clinician");
    }

    /** Opens the program with staff, rooms and groups for so many clients. */
    void open(int forClients) throws IOException {
        try (var connection = new KeepAliveConnection(scheduling.port())) {
            var token = token();
            created(connection, token, "programs", """
                    {"id": "%s", "name": "Riverside IOP", "zone": "%s",
                     "tracks": [{"track": "MORNING", "from": "08:00", "until": "13:00"},
                                {"track": "AFTERNOON", "from": "12:00", "until": "17:00"},
                                {"track": "EVENING", "from": "16:00", "until": "21:00"}],
                     "closures": [],
                     "defaultPrescription": [{"kind": "GROUP", "minutes": 180, "timesPerWeek": 3},
                                             {"kind": "INDIVIDUAL", "minutes": 60, "timesPerWeek": 2},
                                             {"kind": "FAMILY", "minutes": 60, "timesPerWeek": 1}]}""".formatted(id, ZONE));
            for (int i = 0; i < Math.max(6, forClients / 6); i++) {
                therapists.add(clinician(connection, token, i, "\"THERAPIST\", \"GROUP\""));
            }
            for (int i = 0; i < Math.max(3, forClients / 16); i++) {
                clinician(connection, token, i, "\"FAMILY\", \"VOC\"");
            }
            int groups = Math.max(3, forClients * 3 / 25 + 3);
            for (int i = 0; i < groups; i++) {
                int track = i % TRACKS.size();
                created(connection, token, "session-series", """
                        {"programId": "%s", "name": "Group %d", "kind": "GROUP", "rrule": "FREQ=WEEKLY;BYDAY=MO,WE,FR",
                         "startsOn": "%s", "localStart": "%s", "durationMinutes": 180, "track": "%s", "modality": "%s"}""".formatted(
                                id,
                                i,
                                week().minusWeeks(12),
                                GROUP_STARTS.get(track),
                                TRACKS.get(track),
                                MODALITIES.get(i % MODALITIES.size())));
            }
            for (int i = 0; i < groups / TRACKS.size() + 2; i++) {
                room(connection, token, "GROUP", i);
            }
            for (int i = 0; i < Math.max(4, forClients / 12); i++) {
                room(connection, token, "OFFICE", i);
            }
        }
    }

    private UUID clinician(KeepAliveConnection connection, String token, int number, String credentials)
            throws IOException {
        var late = number % 2 == 1;
        return created(connection, token, "clinicians", """
                {"programId": "%s", "name": "Example %d", "credentials": [%s], "modalities": ["CBT", "MI", "DBT"],
                 "workingHours": [%s], "maxWeeklyMinutes": 2400, "targetWeeklyMinutes": 1920}""".formatted(
                        id, number, credentials, windows(late ? "12:00" : "08:00", late ? "21:00" : "17:00", 5)));
    }

    private void room(KeepAliveConnection connection, String token, String type, int number) throws IOException {
        created(connection, token, "rooms", """
                {"programId": "%s", "name": "%s %d", "type": "%s", "capacity": %d}""".formatted(id, type, number, type, type.equals("GROUP") ? 14 : 4));
    }

    private static String windows(String from, String until, int days) {
        return Stream.of(DayOfWeek.values())
                .limit(days)
                .map(day -> """
                        {"day": "%s", "from": "%s", "until": "%s"}""".formatted(day, from, until))
                .collect(Collectors.joining(", "));
    }

    /** Admits so many more clients and says when they can come; answers them. */
    List<UUID> admit(int more) throws IOException, InterruptedException, SQLException {
        var admitted = new ArrayList<UUID>();
        try (var kafka = KafkaProbe.connect(suite.kafka().bootstrapServers())) {
            for (int i = 0; i < more; i++) {
                var enrollment = UUID.randomUUID();
                kafka.publish(
                        "intake.admission.v1",
                        KafkaProbe.event(
                                "care.iop.intake.patient-admitted.v1",
                                enrollment,
                                ORGANIZATION,
                                Map.of(
                                        "admissionId",
                                        enrollment,
                                        "patientId",
                                        UUID.randomUUID(),
                                        "referralId",
                                        UUID.randomUUID(),
                                        "programId",
                                        id,
                                        "levelOfCare",
                                        "2.1",
                                        "criteriaEdition",
                                        "ASAM_4",
                                        "admittedOn",
                                        week().minusWeeks(6).toString(),
                                        "prescribedMinutesPerWeek",
                                        900)));
                admitted.add(enrollment);
            }
        }
        clients.addAll(admitted);
        try (var database = suite.connect("scheduling");
                var count = database.prepareStatement("select count(*) from enrollment where program_id = ?")) {
            count.setObject(1, id);
            for (int known = 0; known < clients.size(); TimeUnit.MILLISECONDS.sleep(100)) {
                try (var rows = count.executeQuery()) {
                    rows.next();
                    known = rows.getInt(1);
                }
            }
        }
        try (var connection = new KeepAliveConnection(scheduling.port())) {
            var token = token();
            for (int i = 0; i < admitted.size(); i++) {
                int track = i % TRACKS.size();
                expect(
                        connection.put(
                                "/scheduling/api/enrollments/" + admitted.get(i) + "/availability",
                                token,
                                "{\"available\": [" + windows(FROM.get(track), UNTIL.get(track), 5) + "]}"),
                        200);
                expect(
                        connection.put(
                                "/scheduling/api/enrollments/" + admitted.get(i) + "/preferences", token, """
                                {"track": "%s", "modality": "%s", "priority": %d, "primaryClinicianId": "%s"}""".formatted(
                                                TRACKS.get(track),
                                                MODALITIES.get(random.nextInt(MODALITIES.size())),
                                                1 + random.nextInt(3),
                                                primary(track))),
                        200);
            }
        }
        return admitted;
    }

    /** Somebody who works in the track. */
    private UUID primary(int track) {
        int number = random.nextInt(therapists.size());
        boolean late = number % 2 == 1;
        return therapists.get(
                (track == 0 && late) || (track == 2 && !late) ? (number + 1) % therapists.size() : number);
    }

    /** Asks for the week and answers the run without waiting. */
    UUID startRun(KeepAliveConnection connection, int seconds) throws IOException {
        var answer = connection.post("/scheduling/api/roster-runs", token(), "", """
                {"programId": "%s", "weekStartingOn": "%s", "seed": 7, "timeLimitSeconds": %d}""".formatted(id, week(), seconds));
        expect(answer, 202);
        return UUID.fromString(JSON.readTree(answer.body()).get("id").asText());
    }

    /** Waits until the run has ended and answers it. */
    JsonNode awaitEnd(UUID run) throws IOException, InterruptedException {
        while (true) {
            try (var connection = new KeepAliveConnection(scheduling.port())) {
                var answer = connection.get("/scheduling/api/roster-runs/" + run, token());
                expect(answer, 200);
                var read = JSON.readTree(answer.body());
                if (!List.of("QUEUED", "RUNNING").contains(read.get("status").asText())) {
                    return read;
                }
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    static KeepAliveConnection.Answer publish(KeepAliveConnection connection, UUID run) throws IOException {
        return connection.post("/scheduling/api/roster-runs/" + run + "/publication", token(), "", "{}");
    }

    private static UUID created(KeepAliveConnection connection, String token, String what, String body)
            throws IOException {
        var answer = connection.post("/scheduling/api/" + what, token, "", body);
        expect(answer, 201);
        return UUID.fromString(JSON.readTree(answer.body()).get("id").asText());
    }

    static void expect(KeepAliveConnection.Answer answer, int status) throws IOException {
        if (answer.status() != status) {
            throw new IOException("answered " + answer.status() + " instead of " + status + ": "
                    + answer.body().substring(0, Math.min(500, answer.body().length())));
        }
    }

    static void print(String text, Object... values) {
        System.out.println(values.length == 0 ? text : String.format(Locale.ROOT, text, values));
    }
}
