package care.iop.scheduling;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.chassis.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Two organizations with invented people, and the sample week of an intensive outpatient program, built over HTTP. */
public final class Clinic {

    public static final String RIVERSIDE = "riverside";
    public static final String LAKESIDE = "lakeside";
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    public static final String ADMISSIONS = "intake.admission.v1";
    public static final String ADMITTED = "care.iop.intake.patient-admitted.v1";

    private static final List<String> WORKING_DAYS = List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY");

    private Clinic() {}

    /** A program with its series by track, its check-in, its clinicians by name and its rooms by name. */
    public record DemoProgram(
            String organization,
            UUID id,
            Map<String, UUID> series,
            Map<String, UUID> clinicians,
            Map<String, UUID> rooms) {}

    /** Someone who is enrolled. */
    public record Client(DemoProgram program, UUID enrollmentId, UUID patientId) {

        /** A request with this person's own token. */
        public RequestSpecification asSelf() {
            return json(TestTokens.forPatient(program.organization(), patientId));
        }
    }

    /** The Monday of last week in the program's zone: its sessions are over. */
    public static LocalDate lastWeek() {
        return LocalDate.now(Clock.system(ZONE))
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(1);
    }

    /** A Monday well ahead. */
    public static LocalDate weekAhead() {
        return lastWeek().plusWeeks(5);
    }

    /**
     * The sample week: Monday, Wednesday and Friday a 3-hour block of group therapy and skills workshop in each of three
     * tracks, clinicians for individual, family and vocational sessions, and an optional check-in on Saturday.
     */
    public static DemoProgram demoProgram(String organization) {
        return demoProgram(organization, null);
    }

    /** The sample week under a given identifier. */
    public static DemoProgram demoProgram(String organization, UUID programId) {
        var program = created(scheduler(organization).body(program(programId)).post("/api/programs"));
        var clinicians = new LinkedHashMap<String, UUID>();
        clinicians.put(
                "Rowan Sample",
                clinician(organization, program, "Rowan Sample", List.of("THERAPIST", "GROUP"), "08:00", "17:00"));
        clinicians.put(
                "Emerson Sample",
                clinician(organization, program, "Emerson Sample", List.of("THERAPIST", "GROUP"), "12:00", "21:00"));
        clinicians.put(
                "Marlow Sample",
                clinician(organization, program, "Marlow Sample", List.of("FAMILY", "VOC"), "08:00", "21:00"));
        var rooms = new LinkedHashMap<String, UUID>();
        rooms.put("Garden room", room(organization, program, "Garden room", "GROUP", 14));
        rooms.put("Office 1", room(organization, program, "Office 1", "OFFICE", 4));
        rooms.put("Office 2", room(organization, program, "Office 2", "OFFICE", 4));
        var series = new LinkedHashMap<String, UUID>();
        series.put("MORNING", group(organization, program, "MORNING", "09:00"));
        series.put("AFTERNOON", group(organization, program, "AFTERNOON", "13:00"));
        series.put("EVENING", group(organization, program, "EVENING", "17:30"));
        var checkIn = series(program, "CHECK_IN", "MORNING", "10:00");
        checkIn.putAll(Map.of("rrule", "FREQ=WEEKLY;BYDAY=SA", "durationMinutes", 60, "tele", true));
        series.put("CHECK_IN", created(scheduler(organization).body(checkIn).post("/api/session-series")));
        return new DemoProgram(organization, program, series, clinicians, rooms);
    }

    /** The sample program's own data. */
    public static Map<String, Object> program(UUID id) {
        var program = new HashMap<String, Object>();
        if (id != null) {
            program.put("id", id);
        }
        program.put("name", "Riverside IOP");
        program.put("zone", ZONE.getId());
        program.put(
                "tracks",
                List.of(
                        Map.of("track", "MORNING", "from", "09:00", "until", "12:00"),
                        Map.of("track", "AFTERNOON", "from", "13:00", "until", "16:00"),
                        Map.of("track", "EVENING", "from", "17:30", "until", "20:30")));
        program.put("closures", List.of());
        program.put(
                "defaultPrescription",
                List.of(
                        Map.of("kind", "GROUP", "minutes", 180, "timesPerWeek", 3),
                        Map.of("kind", "INDIVIDUAL", "minutes", 60, "timesPerWeek", 2),
                        Map.of("kind", "FAMILY", "minutes", 120, "timesPerWeek", 1),
                        Map.of("kind", "VOCATIONAL", "minutes", 120, "timesPerWeek", 1)));
        return program;
    }

    /** A clinician on every working day. */
    public static Map<String, Object> clinicianData(
            UUID program, String name, List<String> credentials, String from, String until) {
        return Map.of(
                "programId",
                program,
                "name",
                name,
                "credentials",
                credentials,
                "modalities",
                List.of("CBT", "MI"),
                "workingHours",
                windows(from, until),
                "maxWeeklyMinutes",
                2400,
                "targetWeeklyMinutes",
                2100);
    }

    private static UUID clinician(
            String organization, UUID program, String name, List<String> credentials, String from, String until) {
        return created(scheduler(organization)
                .body(clinicianData(program, name, credentials, from, until))
                .post("/api/clinicians"));
    }

    private static UUID room(String organization, UUID program, String name, String type, int capacity) {
        return created(scheduler(organization)
                .body(Map.of("programId", program, "name", name, "type", type, "capacity", capacity))
                .post("/api/rooms"));
    }

    private static UUID group(String organization, UUID program, String track, String from) {
        return created(scheduler(organization)
                .body(series(program, "GROUP", track, from))
                .post("/api/session-series"));
    }

    /** A series on Monday, Wednesday and Friday for three hours. */
    public static Map<String, Object> series(UUID program, String kind, String track, String localStart) {
        var series = new HashMap<String, Object>();
        series.put("programId", program);
        series.put("name", track + " " + kind);
        series.put("kind", kind);
        series.put("rrule", "FREQ=WEEKLY;BYDAY=MO,WE,FR");
        series.put("startsOn", lastWeek().minusWeeks(8).toString());
        series.put("localStart", localStart);
        series.put("durationMinutes", 180);
        series.put("track", track);
        series.put("modality", "CBT");
        return series;
    }

    /** The same hours on every working day. */
    public static List<Map<String, String>> windows(String from, String until) {
        return WORKING_DAYS.stream()
                .map(day -> Map.of("day", day, "from", from, "until", until))
                .toList();
    }

    /** Admits someone as of last week's Monday with 900 minutes a week and waits until scheduling knows. */
    public static Client admit(DemoProgram program) {
        return admit(program, 900);
    }

    /** Admits someone as of last week's Monday and waits until scheduling knows. */
    public static Client admit(DemoProgram program, int prescribedMinutes) {
        var client = new Client(program, UUID.randomUUID(), UUID.randomUUID());
        try (var kafka = KafkaProbe.connect()) {
            kafka.publish(ADMISSIONS, admission(client, prescribedMinutes));
        }
        await().atMost(30, SECONDS)
                .until(() -> scheduler(program.organization())
                                .get("/api/enrollments/{id}", client.enrollmentId())
                                .statusCode()
                        == 200);
        return client;
    }

    /** Admits someone who can come at these hours of every working day. */
    public static Client admitAvailable(DemoProgram program, String from, String until) {
        var client = admit(program);
        putAvailability(client, windows(from, until)).then().statusCode(200);
        return client;
    }

    /** Says when a client can come. */
    public static Response putAvailability(Client client, List<Map<String, String>> windows) {
        return scheduler(client.program().organization())
                .header("If-Match", "*")
                .body(Map.of("available", windows))
                .put("/api/enrollments/{id}/availability", client.enrollmentId());
    }

    /** Intake's event about this client. */
    public static KafkaProbe.Event admission(Client client, int prescribedMinutes) {
        return KafkaProbe.event(
                ADMITTED,
                client.enrollmentId(),
                client.program().organization(),
                admissionData(client, prescribedMinutes));
    }

    /** The payload of intake's event, to be changed by a test. */
    public static Map<String, Object> admissionData(Client client, int prescribedMinutes) {
        var data = new LinkedHashMap<String, Object>();
        data.put("admissionId", client.enrollmentId());
        data.put("patientId", client.patientId());
        data.put("referralId", UUID.randomUUID());
        data.put("programId", client.program().id());
        data.put("levelOfCare", "2.1");
        data.put("criteriaEdition", "ASAM_4");
        data.put("admittedOn", lastWeek().toString());
        data.put("prescribedMinutesPerWeek", prescribedMinutes);
        return data;
    }

    /** Asks for a roster and waits until it has ended; answers the run as read. */
    public static Response solved(DemoProgram program, LocalDate week) {
        var id = runId(startRun(program, week).then().statusCode(202).extract().response());
        await().atMost(60, SECONDS).until(() -> !Stream.of("QUEUED", "RUNNING")
                .toList()
                .contains(scheduler(program.organization())
                        .get("/api/roster-runs/{id}", id)
                        .<String>path("status")));
        return scheduler(program.organization()).get("/api/roster-runs/{id}", id);
    }

    /** Asks for a roster. */
    public static Response startRun(DemoProgram program, LocalDate week) {
        return scheduler(program.organization())
                .body(Map.of(
                        "programId", program.id(), "weekStartingOn", week.toString(), "seed", 7, "timeLimitSeconds", 5))
                .post("/api/roster-runs");
    }

    /** Publishes a run. */
    public static Response publish(DemoProgram program, String runId) {
        return scheduler(program.organization()).post("/api/roster-runs/{id}/publication", runId);
    }

    /** Solves and publishes a week. */
    public static void roster(DemoProgram program, LocalDate week) {
        publish(program, runId(solved(program, week))).then().statusCode(200);
    }

    /** A client's week as staff read it. */
    public static Response week(Client client, LocalDate week) {
        return scheduler(client.program().organization())
                .queryParam("startingOn", week.toString())
                .get("/api/enrollments/{id}/week", client.enrollmentId());
    }

    /** Books one meeting of a series by hand. */
    public static Response book(Client client, UUID series, LocalDate day) {
        return scheduler(client.program().organization())
                .body(Map.of("enrollmentId", client.enrollmentId(), "seriesId", series, "sessionOn", day.toString()))
                .post("/api/bookings");
    }

    /** The identifier of a run or of anything else that was answered. */
    public static String runId(Response answer) {
        return answer.path("id");
    }

    private static UUID created(Response response) {
        return UUID.fromString(response.then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    public static RequestSpecification scheduler(String organization) {
        return json(TestTokens.bearer(organization, SchedulingRoles.SCHEDULER));
    }

    public static RequestSpecification clinician(String organization) {
        return json(TestTokens.bearer(organization, SchedulingRoles.CLINICIAN));
    }

    public static RequestSpecification director(String organization) {
        return json(TestTokens.bearer(organization, SchedulingRoles.PROGRAM_DIRECTOR));
    }

    public static RequestSpecification json(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
