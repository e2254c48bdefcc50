package care.iop.scheduling;

import static care.iop.scheduling.Clinic.LAKESIDE;
import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PATIENT;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import care.iop.chassis.testing.PlainCalls;
import care.iop.chassis.testing.PlainCalls.Answer;
import care.iop.chassis.testing.PlainCalls.Call;
import care.iop.chassis.testing.TestTokens;
import care.iop.scheduling.Clinic.Client;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.booking.BookingCalls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who gets in where: each operation of the OpenAPI document, with and without a token, with each role, and from another
 * organization. An operation that the table below doesn't list fails the test.
 */
@ServiceTest
class AccessTest {

    private static final Set<String> ALL_ROLES = Set.of(
            "intake-coordinator", CLINICIAN, SCHEDULER, PROGRAM_DIRECTOR, "analyst", "compliance-officer", PATIENT);

    private static final Set<String> READERS = Set.of(SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN);
    private static final Set<String> PLANNERS = Set.of(SCHEDULER, PROGRAM_DIRECTOR);

    private static final Set<String> EVERYBODY_SCHEDULED = Set.of(SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN, PATIENT);

    /** Open to whoever has the secret in their path. */
    private static final Set<String> WITHOUT_TOKEN = Set.of("readCalendar");

    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("openProgram", PLANNERS),
            Map.entry("listPrograms", Set.of(SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN, "intake-coordinator")),
            Map.entry("getProgram", READERS),
            Map.entry("reviseProgram", PLANNERS),
            Map.entry("listHolidays", READERS),
            Map.entry("exportProgram", PLANNERS),
            Map.entry("exportWeekInstance", PLANNERS),
            Map.entry("openTrial", Set.of(PROGRAM_DIRECTOR)),
            Map.entry("importProgram", Set.of(PROGRAM_DIRECTOR)),
            Map.entry("retireClinician", PLANNERS),
            Map.entry("recordTimeOff", PLANNERS),
            Map.entry("listTimeOff", READERS),
            Map.entry("withdrawTimeOff", PLANNERS),
            Map.entry("reviseRoom", PLANNERS),
            Map.entry("retireRoom", PLANNERS),
            Map.entry("reviseSessionSeries", PLANNERS),
            Map.entry("splitSessionSeries", PLANNERS),
            Map.entry("endSessionSeries", PLANNERS),
            Map.entry("changeOccurrence", PLANNERS),
            Map.entry("restoreOccurrence", PLANNERS),
            Map.entry("addSubstitution", PLANNERS),
            Map.entry("withdrawSubstitution", PLANNERS),
            Map.entry("setCurriculum", PLANNERS),
            Map.entry("removeCurriculum", PLANNERS),
            Map.entry("getClientCurriculum", Set.of(SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN, PATIENT)),
            Map.entry("planEnd", READERS),
            Map.entry("changeTrack", READERS),
            Map.entry("getTrackHistory", READERS),
            Map.entry("listNoContacts", READERS),
            Map.entry("addNoContact", READERS),
            Map.entry("liftNoContact", Set.of(CLINICIAN, PROGRAM_DIRECTOR)),
            Map.entry("enterClinician", PLANNERS),
            Map.entry("listClinicians", READERS),
            Map.entry("getClinician", READERS),
            Map.entry("reviseClinician", PLANNERS),
            Map.entry("addRoom", PLANNERS),
            Map.entry("listRooms", READERS),
            Map.entry("getRoom", READERS),
            Map.entry("addSessionSeries", PLANNERS),
            Map.entry("listSessionSeries", READERS),
            Map.entry("getSessionSeries", READERS),
            Map.entry("listOccurrences", READERS),
            Map.entry("listSessions", READERS),
            Map.entry("getSession", READERS),
            Map.entry("listEnrollments", READERS),
            Map.entry("getEnrollment", READERS),
            Map.entry("listAuthorizedWeeks", READERS),
            Map.entry("setAvailability", PLANNERS),
            Map.entry("setPreferences", PLANNERS),
            Map.entry("setPrescription", Set.of(CLINICIAN, PROGRAM_DIRECTOR)),
            Map.entry("getWeek", Set.of(SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN, PATIENT)),
            Map.entry("startRosterRun", PLANNERS),
            Map.entry("listRosterRuns", READERS),
            Map.entry("getRosterRun", READERS),
            Map.entry("publishRosterRun", PLANNERS),
            Map.entry("cancelRosterRun", PLANNERS),
            Map.entry("replanProgram", PLANNERS),
            Map.entry("findBestWeeks", READERS),
            Map.entry("takeWeek", PLANNERS),
            Map.entry("joinWaitlist", PLANNERS),
            Map.entry("listWaitlistEntries", READERS),
            Map.entry("getWaitlistEntry", READERS),
            Map.entry("acceptWaitlistOffer", PLANNERS),
            Map.entry("declineWaitlistOffer", PLANNERS),
            Map.entry("leaveWaitlist", PLANNERS),
            Map.entry("forecastDose", READERS),
            Map.entry("findMakeUps", READERS),
            Map.entry("bookMakeUps", PLANNERS),
            Map.entry("getRosterChanges", READERS),
            Map.entry("listRosterPublications", READERS),
            Map.entry("getRosterPublication", READERS),
            Map.entry("rollBackRosterPublication", PLANNERS),
            Map.entry("bookSession", PLANNERS),
            Map.entry("listBookings", READERS),
            Map.entry("getBooking", READERS),
            Map.entry("cancelBooking", PLANNERS),
            Map.entry("moveBooking", PLANNERS),
            Map.entry("holdSeat", PLANNERS),
            Map.entry("bookHold", PLANNERS),
            Map.entry("releaseHold", PLANNERS),
            Map.entry("bookSeries", PLANNERS),
            Map.entry("getBookingSeries", READERS),
            Map.entry("getAttendance", READERS),
            Map.entry("getGroupAttendance", READERS),
            Map.entry("recordGroupAttendance", Set.of(CLINICIAN)),
            Map.entry("getDeliveredHours", READERS),
            Map.entry("addCalendarFeed", EVERYBODY_SCHEDULED),
            Map.entry("listCalendarFeeds", EVERYBODY_SCHEDULED),
            Map.entry("getCalendarFeed", EVERYBODY_SCHEDULED),
            Map.entry("rotateCalendarFeed", EVERYBODY_SCHEDULED),
            Map.entry("revokeCalendarFeed", EVERYBODY_SCHEDULED),
            Map.entry("readClinicianCalendar", READERS),
            Map.entry("readRoomCalendar", READERS),
            Map.entry("proposeStepDown", READERS),
            Map.entry("listStepDownPlans", READERS),
            Map.entry("getStepDownPlan", READERS),
            Map.entry("bookProposals", PLANNERS),
            Map.entry("recordAttendance", Set.of(CLINICIAN)),
            Map.entry("correctAttendance", Set.of(CLINICIAN)));

    /** Lists of another organization hold its own rows. */
    private static final Set<String> LISTS = Set.of(
            "listPrograms",
            "listHolidays",
            "listClinicians",
            "listRooms",
            "listSessionSeries",
            "listSessions",
            "listEnrollments",
            "listRosterRuns",
            "listRosterPublications",
            "listWaitlistEntries",
            "listBookings",
            "listCalendarFeeds",
            "listStepDownPlans");

    private static final ObjectMapper JSON = new ObjectMapper();

    private static DemoProgram program;
    private static Client client;
    private static Client other;
    private static Map<String, String> identifiers;

    @BeforeEach
    void scheduleSomeone() {
        if (program != null) {
            return;
        }
        program = Clinic.demoProgram(RIVERSIDE);
        client = Clinic.admitAvailable(program, "08:00", "13:00");
        other = Clinic.admit(program);
        var week = Clinic.weekAhead();
        var booking = Clinic.book(client, program.series().get("CHECK_IN"), week.plusDays(5));
        booking.then().statusCode(201);
        var run = Clinic.runId(Clinic.solved(program, week));
        Clinic.publish(program, Clinic.runId(Clinic.solved(program, week.plusWeeks(1))))
                .then()
                .statusCode(200);
        var held = BookingCalls.hold(client, program.series().get("CHECK_IN"), week.plusDays(12));
        var bookingSeries = BookingCalls.bookSeries(
                client,
                week.plusDays(14),
                week.plusDays(20),
                List.of(Map.of("seriesId", program.series().get("CHECK_IN"))));
        bookingSeries.then().statusCode(201);
        var feed = Clinic.scheduler(RIVERSIDE)
                .body(Map.of("subject", "ENROLLMENT", "subjectId", client.enrollmentId()))
                .post("/api/calendar-feeds");
        var plan = Clinic.scheduler(RIVERSIDE)
                .body(Map.of("enrollmentId", client.enrollmentId(), "startsOn", week.toString()))
                .post("/api/step-down-plans");
        plan.then().statusCode(201);
        identifiers = Map.ofEntries(
                Map.entry("/api/programs", program.id().toString()),
                Map.entry(
                        "/api/clinicians",
                        program.clinicians().get("Rowan Sample").toString()),
                Map.entry("/api/rooms", program.rooms().get("Office 1").toString()),
                Map.entry("/api/session-series", program.series().get("MORNING").toString()),
                Map.entry("/api/sessions", booking.path("sessionId")),
                Map.entry("/api/enrollments", client.enrollmentId().toString()),
                Map.entry("/api/roster-runs", run),
                Map.entry(
                        "/api/waitlist-entries",
                        Clinic.scheduler(RIVERSIDE)
                                .body(waiting())
                                .post("/api/waitlist-entries")
                                .path("id")),
                Map.entry(
                        "/api/roster-publications",
                        Clinic.scheduler(RIVERSIDE)
                                .queryParam("programId", program.id())
                                .get("/api/roster-publications")
                                .path("items[0].id")),
                Map.entry("/api/bookings", booking.path("id")),
                Map.entry("/api/holds", held.path("id")),
                Map.entry("/api/booking-series", bookingSeries.path("id")),
                Map.entry("/api/calendar-feeds", feed.path("id")),
                Map.entry("/api/step-down-plans", plan.path("id")));
    }

    private static Map<String, Object> waiting() {
        return Map.of(
                "enrollmentId",
                client.enrollmentId(),
                "seriesId",
                program.series().get("CHECK_IN"),
                "days",
                List.of(Clinic.weekAhead().plusDays(5).toString()));
    }

    @Test
    void tableListsEveryOperation() {
        // when
        var documented = new TreeSet<>(allOperations().keySet());

        // then
        assertThat(documented).containsAll(WITHOUT_TOKEN);
        documented.removeAll(WITHOUT_TOKEN);
        assertThat(documented).containsExactlyInAnyOrderElementsOf(ALLOWED.keySet());
    }

    @Test
    void nothingWithoutAValidToken() {
        // given
        var refused = List.of(
                TestTokens.expired(RIVERSIDE, SCHEDULER),
                TestTokens.wrongAudience(RIVERSIDE, SCHEDULER),
                TestTokens.wrongIssuer(RIVERSIDE, SCHEDULER),
                TestTokens.wrongKey(RIVERSIDE, SCHEDULER));
        operations().forEach((id, operation) -> {
            var without = call(operation, "{}");

            // when
            var answers = PlainCalls.sendAll(
                    Stream.concat(Stream.of(without), refused.stream().map(without::as))
                            .toList());

            // then
            assertThat(answers).as(id).allSatisfy(answer -> {
                assertThat(answer.status()).isEqualTo(401);
                assertThat(answer.contentType()).startsWith("application/problem+json");
            });
        });
    }

    @Test
    void secretAddressOpensNothingButItself() {
        // when
        var response = given().get("/api/calendars/" + "A".repeat(43) + ".ics");

        // then
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.contentType()).startsWith("application/problem+json");
    }

    @Test
    void nothingWithoutAnOrganization() {
        assertThat(asksEverything(TestTokens.withoutOrganization(ALL_ROLES.toArray(String[]::new))))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(403));
    }

    @Test
    void onlyTheListedRolesGetIn() {
        // given
        var tokens = tokens(RIVERSIDE);
        operations().forEach((id, operation) -> {
            var allowed = ALLOWED.getOrDefault(id, Set.of());

            // when
            var answers = answersByRole(ALL_ROLES, role -> call(operation, "{}").as(tokens.get(role)));

            // then
            answers.forEach((role, answer) -> {
                if (allowed.contains(role)) {
                    assertThat(answer.status()).as(id + " as " + role).isNotIn(401, 403, 404, 500);
                } else {
                    assertThat(answer.status()).as(id + " as " + role).isEqualTo(403);
                }
            });
        });
    }

    @Test
    void noMachineGetsIn() {
        assertThat(asksEverything(TestTokens.system(RIVERSIDE, "system/Appointment.rs", "system/*.cruds")))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(403));
    }

    @Test
    void anotherOrganizationSeesNothingOfIt() {
        // given
        var tokens = tokens(LAKESIDE);
        operations().forEach((id, operation) -> {
            var body = json(validBody(id));

            // when
            var answers = answersByRole(
                    ALLOWED.getOrDefault(id, Set.of()),
                    role -> call(operation, body).as(tokens.get(role)).with("If-Match", "*"));

            // then
            answers.values().forEach(answer -> {
                if (LISTS.contains(id)) {
                    assertThat(answer.status()).as(id).isEqualTo(200);
                    identifiers.values().forEach(identifier -> assertThat(answer.body())
                            .as(id)
                            .doesNotContain(identifier));
                } else if (id.equals("importProgram") || id.equals("openTrial")) {
                    // There the identifier is free; the empty document is refused as such.
                    assertThat(answer.status()).as(id).isEqualTo(422);
                } else if (operation.path().contains("{id}")) {
                    assertThat(answer.status()).as(id + ": " + answer.body()).isEqualTo(404);
                } else if (!id.equals("openProgram")) {
                    assertThat(answer.status()).as(id + ": " + answer.body()).isEqualTo(422);
                }
            });
        });
    }

    private static List<Answer> asksEverything(String token) {
        return PlainCalls.sendAll(operations().values().stream()
                .map(operation -> call(operation, "{}").as(token))
                .toList());
    }

    /** One token for each role, made once: a token takes longer to sign than most answers take. */
    private static Map<String, String> tokens(String organization) {
        return ALL_ROLES.stream()
                .collect(Collectors.toMap(
                        role -> role,
                        role -> role.equals(PATIENT)
                                ? TestTokens.forPatient(organization, client.patientId())
                                : TestTokens.bearer(organization, role)));
    }

    private static Map<String, Answer> answersByRole(Set<String> roles, Function<String, Call> call) {
        var inOrder = List.copyOf(roles);
        var answers = PlainCalls.sendAll(inOrder.stream().map(call).toList());
        return IntStream.range(0, inOrder.size()).boxed().collect(Collectors.toMap(inOrder::get, answers::get));
    }

    @Test
    void sameIdentifierInAnotherOrganizationIsAnotherProgram() {
        // given
        var here = Clinic.demoProgram(RIVERSIDE);

        // when
        var there = Clinic.scheduler(LAKESIDE).body(Clinic.program(here.id())).post("/api/programs");

        // then
        there.then().statusCode(201);
        assertThat(Clinic.scheduler(LAKESIDE)
                        .queryParam("programId", here.id())
                        .get("/api/rooms")
                        .<List<Object>>path("items"))
                .isEmpty();
    }

    @Test
    void clientSeesOnlyTheirOwnWeek() {
        // given
        var someoneElse = TestTokens.forPatient(RIVERSIDE, UUID.randomUUID());

        // when
        var response = Clinic.json(someoneElse)
                .queryParam("startingOn", Clinic.lastWeek().toString())
                .get("/api/enrollments/{id}/week", client.enrollmentId());

        // then
        response.then().statusCode(404);
    }

    /** Bodies that would be accepted in the organization that the identifiers belong to. */
    private static Object validBody(String operationId) {
        var programId = program.id();
        return switch (operationId) {
            case "openProgram" -> Clinic.program(UUID.randomUUID());
            case "reviseProgram" -> Clinic.program(null);
            case "recordTimeOff" ->
                Map.of("firstOn", "2027-02-15", "lastOn", "2027-02-19", "reason", "VACATION", "sessionsStay", true);
            case "retireClinician", "retireRoom" -> Map.of("retiredOn", "2090-01-01");
            case "reviseRoom" -> Map.of("programId", programId, "name", "Office 1", "type", "OFFICE", "capacity", 4);
            case "reviseSessionSeries", "splitSessionSeries" -> Clinic.series(programId, "GROUP", "MORNING", "09:00");
            case "endSessionSeries" -> Map.of("lastOn", "2090-01-01");
            case "changeOccurrence" -> Map.of("localStart", "10:00");
            case "addSubstitution" ->
                Map.of(
                        "facilitatorId",
                        program.clinicians().get("Rowan Sample"),
                        "firstOn",
                        "2027-02-15",
                        "lastOn",
                        "2027-02-19");
            case "setCurriculum" ->
                Map.of("startsOn", "2027-01-04", "modules", List.of(Map.of("code", "ONE", "title", "One")));
            case "changeTrack" -> Map.of("track", "EVENING", "reason", "Starts work");
            case "planEnd" -> Map.of("plannedEndOn", "2090-01-01");
            case "liftNoContact" -> Map.of("reason", "Entered in error");
            case "enterClinician", "reviseClinician" ->
                Clinic.clinicianData(programId, "Rowan Sample", List.of("GROUP"), "08:00", "17:00");
            case "addRoom" -> Map.of("programId", programId, "name", "Attic", "type", "OFFICE", "capacity", 3);
            case "addSessionSeries" -> Clinic.series(programId, "GROUP", "MORNING", "09:00");
            case "setAvailability" -> Map.of("available", Clinic.windows("09:00", "12:00"));
            case "setPreferences" -> Map.of("track", "MORNING");
            case "setPrescription" -> Map.of("sessions", List.of());
            case "startRosterRun" ->
                Map.of(
                        "programId",
                        programId,
                        "weekStartingOn",
                        Clinic.weekAhead().toString());
            case "replanProgram" ->
                Map.of(
                        "weekStartingOn",
                        Clinic.weekAhead().toString(),
                        "cause",
                        "NEW_CLIENT",
                        "enrollmentId",
                        client.enrollmentId());
            case "joinWaitlist" -> waiting();
            case "bookMakeUps" ->
                Map.of(
                        "weekStartingOn",
                        Clinic.weekAhead().toString(),
                        "seats",
                        List.of(Map.of("sessionId", UUID.randomUUID())));
            case "takeWeek" ->
                Map.of(
                        "weekStartingOn",
                        Clinic.weekAhead().toString(),
                        "sessions",
                        List.of(Map.of(
                                "kind",
                                "INDIVIDUAL",
                                "startsAt",
                                Clinic.weekAhead() + "T15:00:00Z",
                                "clinicianId",
                                program.clinicians().get("Rowan Sample"))));
            case "bookSession", "holdSeat" ->
                Map.of(
                        "enrollmentId",
                        client.enrollmentId(),
                        "seriesId",
                        program.series().get("CHECK_IN"),
                        "sessionOn",
                        Clinic.weekAhead().plusDays(5).toString());
            case "bookSeries" ->
                Map.of(
                        "enrollmentId",
                        client.enrollmentId(),
                        "from",
                        Clinic.weekAhead().toString(),
                        "until",
                        Clinic.weekAhead().plusDays(6).toString(),
                        "items",
                        List.of(Map.of("seriesId", program.series().get("CHECK_IN"))));
            case "moveBooking" -> Map.of("days", 7);
            case "addCalendarFeed" -> Map.of("subject", "ENROLLMENT", "subjectId", client.enrollmentId());
            case "proposeStepDown" ->
                Map.of(
                        "enrollmentId",
                        client.enrollmentId(),
                        "startsOn",
                        Clinic.weekAhead().toString());
            case "bookProposals" ->
                Map.of(
                        "proposalIds",
                        List.of(UUID.randomUUID()),
                        "seriesId",
                        program.series().get("MORNING"));
            case "cancelBooking" -> Map.of("reason", "CLIENT_REQUEST");
            case "recordAttendance" -> Map.of("code", "CANCELLED_BY_PROGRAM");
            case "recordGroupAttendance" -> Map.of("others", "CANCELLED_BY_PROGRAM");
            case "correctAttendance" -> Map.of("code", "ATTENDED", "reason", "entered in error");
            default -> "{}";
        };
    }

    /** A new one for each call, because a withdrawal takes it away. */
    private static String someTimeOff() {
        return Clinic.scheduler(RIVERSIDE)
                .body(validBody("recordTimeOff"))
                .post("/api/clinicians/{id}/time-off", program.clinicians().get("Rowan Sample"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Call call(Operation operation, String body) {
        var path = operation.path();
        for (var identifier : identifiers.entrySet()) {
            if (path.startsWith(identifier.getKey() + "/{id}")) {
                path = path.replace("{id}", identifier.getValue());
            }
        }
        path = path.replace("{originalOn}", Clinic.weekAhead().toString())
                .replace("{firstOn}", Clinic.weekAhead().toString())
                .replace("{timeOffId}", path.contains("{timeOffId}") ? someTimeOff() : "")
                .replace("{otherId}", other.enrollmentId().toString());
        return new Call(
                operation.method(),
                path + query(operation),
                Map.of("Content-Type", "application/json"),
                operation.method().equals("GET") ? null : body);
    }

    /** What the operation can't do without. */
    private static String query(Operation operation) {
        var path = operation.path();
        var reads = operation.method().equals("GET");
        if (path.endsWith("/week-instance")) {
            return "?weekStartingOn=" + Clinic.weekAhead();
        }
        if (path.endsWith("/trial")) {
            return "?weekStartingOn=" + Clinic.weekAhead() + "&zone=America/New_York";
        }
        if (path.endsWith("/holidays")) {
            return "?calendar=US_FEDERAL&year=2027";
        }
        if (path.endsWith("/week")) {
            return "?startingOn=" + Clinic.lastWeek();
        }
        if (reads && Stream.of("/best-weeks", "/make-ups", "/dose-forecast").anyMatch(path::endsWith)) {
            return "?week=" + Clinic.weekAhead().plusWeeks(3);
        }
        if (reads && path.equals("/api/calendar-feeds")) {
            return "?subjectId=" + client.enrollmentId();
        }
        if (reads && path.equals("/api/step-down-plans")) {
            return "?enrollmentId=" + client.enrollmentId();
        }
        if (path.endsWith("/occurrences") || path.endsWith("/delivered")) {
            return "?from=" + Clinic.lastWeek() + "&to=" + Clinic.weekAhead();
        }
        return "";
    }

    private static String json(Object body) {
        if (body instanceof String text) {
            return text;
        }
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON can be made of " + body, e);
        }
    }

    private static Map<String, Operation> operations() {
        var operations = allOperations();
        operations.keySet().removeAll(WITHOUT_TOKEN);
        return operations;
    }

    private static Map<String, Operation> allOperations() {
        Map<String, Map<String, Object>> paths = given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        var operations = new TreeMap<String, Operation>();
        paths.forEach((path, methods) -> methods.forEach((method, described) -> {
            // FhirAccessTest is about the FHIR face.
            if (!path.startsWith("/scheduling/fhir/") && described instanceof Map<?, ?> operation) {
                operations.put(
                        String.valueOf(operation.get("operationId")),
                        new Operation(method.toUpperCase(Locale.ROOT), path.replaceFirst("^/scheduling", "")));
            }
        }));
        return operations;
    }

    /** One operation of the document. */
    private record Operation(String method, String path) {}
}
