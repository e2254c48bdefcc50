package care.iop.progress;

import static care.iop.progress.Clinic.LAKESIDE;
import static care.iop.progress.Clinic.RIVERSIDE;
import static care.iop.progress.Clinic.clinician;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;

import care.iop.chassis.testing.TestTokens;
import care.iop.progress.Clinic.Client;
import care.iop.progress.assessment.Phq9;
import care.iop.progress.plan.PlanRequests;
import care.iop.progress.relapseprevention.Plans;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who gets in where: each operation of the OpenAPI document, with and without a token, with each role, and from another
 * organization. An operation that the table below doesn't list fails the test.
 */
@ServiceTest
class AccessTest {

    private static final Set<String> ALL_ROLES = Set.of(
            "intake-coordinator",
            Roles.CLINICIAN,
            "scheduler",
            Roles.PROGRAM_DIRECTOR,
            Roles.ANALYST,
            "compliance-officer",
            Roles.OPERATOR,
            Roles.PATIENT);

    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("readEpisode", Set.of(Roles.CLINICIAN, Roles.PROGRAM_DIRECTOR)),
            Map.entry("listWeeks", Set.of(Roles.CLINICIAN, Roles.PROGRAM_DIRECTOR)),
            Map.entry("listCheckInWeeks", Set.of(Roles.CLINICIAN)),
            Map.entry("listProgramWeeks", Set.of(Roles.CLINICIAN, Roles.PROGRAM_DIRECTOR)),
            Map.entry("exportEpisodesAsParquet", Set.of(Roles.PROGRAM_DIRECTOR)),
            Map.entry("exportEpisodesAsCsv", Set.of(Roles.PROGRAM_DIRECTOR)),
            Map.entry("recordCheckIn", Set.of(Roles.PATIENT)),
            Map.entry("listCheckIns", Set.of(Roles.PATIENT, Roles.CLINICIAN)),
            Map.entry("readCheckIn", Set.of(Roles.PATIENT, Roles.CLINICIAN)),
            Map.entry("correctCheckIn", Set.of(Roles.PATIENT)),
            Map.entry("readCheckInStreak", Set.of(Roles.PATIENT, Roles.CLINICIAN)),
            Map.entry("assignHomework", Set.of(Roles.CLINICIAN)),
            Map.entry("listHomework", Set.of(Roles.PATIENT, Roles.CLINICIAN)),
            Map.entry("readHomework", Set.of(Roles.PATIENT, Roles.CLINICIAN)),
            Map.entry("finishHomework", Set.of(Roles.PATIENT)),
            Map.entry("withdrawHomework", Set.of(Roles.CLINICIAN)),
            Map.entry("keepSupportMeeting", Set.of(Roles.PATIENT)),
            Map.entry("listSupportMeetings", Set.of(Roles.PATIENT, Roles.CLINICIAN)),
            Map.entry("listDueWorkOfPatient", Set.of(Roles.PATIENT, Roles.CLINICIAN)),
            Map.entry("snoozeDueWork", Set.of(Roles.PATIENT, Roles.CLINICIAN)),
            Map.entry("listDueWork", Set.of(Roles.CLINICIAN)),
            Map.entry("readRelapsePlan", Set.of(Roles.PATIENT, Roles.CLINICIAN)),
            Map.entry("writeRelapsePlan", Set.of(Roles.PATIENT, Roles.CLINICIAN)),
            Map.entry("listRelapsePlanVersions", Set.of(Roles.PATIENT, Roles.CLINICIAN)),
            Map.entry("readRelapsePlanVersion", Set.of(Roles.PATIENT, Roles.CLINICIAN)),
            Map.entry("agreeToRelapsePlan", Set.of(Roles.PATIENT)),
            Map.entry("reviewRelapsePlan", Set.of(Roles.CLINICIAN)),
            Map.entry("listCopingPrompts", Set.of(Roles.PATIENT, Roles.CLINICIAN)),
            Map.entry("readCopingPrompt", Set.of(Roles.PATIENT, Roles.CLINICIAN)),
            Map.entry("noteStepOutcome", Set.of(Roles.PATIENT)),
            Map.entry("listInstruments", Set.of(Roles.PATIENT, Roles.CLINICIAN)),
            Map.entry("readInstrument", Set.of(Roles.PATIENT, Roles.CLINICIAN)),
            Map.entry("tryScore", Set.of(Roles.PATIENT, Roles.CLINICIAN)),
            Map.entry("tryChange", Set.of(Roles.PATIENT, Roles.CLINICIAN)),
            Map.entry("readAssessmentChange", Set.of(Roles.PATIENT, Roles.CLINICIAN)),
            Map.entry("recordAssessment", Set.of(Roles.PATIENT, Roles.CLINICIAN)),
            Map.entry("listAssessments", Set.of(Roles.PATIENT, Roles.CLINICIAN)),
            Map.entry("readAssessment", Set.of(Roles.PATIENT, Roles.CLINICIAN)),
            Map.entry("correctAssessment", Set.of(Roles.PATIENT, Roles.CLINICIAN)),
            Map.entry("voidAssessment", Set.of(Roles.CLINICIAN)),
            Map.entry("reviewAssessment", Set.of(Roles.CLINICIAN)),
            Map.entry("recordDrugTest", Set.of(Roles.CLINICIAN)),
            Map.entry("listDrugTests", Set.of(Roles.PATIENT, Roles.CLINICIAN)),
            Map.entry("readDrugTest", Set.of(Roles.PATIENT, Roles.CLINICIAN)),
            Map.entry("voidDrugTest", Set.of(Roles.CLINICIAN)),
            Map.entry("listAlerts", Set.of(Roles.CLINICIAN)),
            Map.entry("readAlert", Set.of(Roles.CLINICIAN)),
            Map.entry("acknowledgeAlert", Set.of(Roles.CLINICIAN)),
            Map.entry("assignAlert", Set.of(Roles.CLINICIAN)),
            Map.entry("recordAlertOutcome", Set.of(Roles.CLINICIAN)),
            Map.entry("listAlertRules", Set.of(Roles.CLINICIAN, Roles.PROGRAM_DIRECTOR)),
            Map.entry("readAlertBudget", Set.of(Roles.CLINICIAN, Roles.PROGRAM_DIRECTOR)),
            Map.entry("streamAlerts", Set.of(Roles.CLINICIAN)),
            Map.entry("sayNotSafe", Set.of(Roles.PATIENT)),
            Map.entry("readCrisisSupport", ALL_ROLES),
            Map.entry("listMetrics", Set.of(Roles.PROGRAM_DIRECTOR, Roles.ANALYST)),
            Map.entry("readMetric", Set.of(Roles.PROGRAM_DIRECTOR, Roles.ANALYST)),
            Map.entry("readLevelSuggestion", Set.of(Roles.CLINICIAN)),
            Map.entry("requestLevelReview", Set.of(Roles.CLINICIAN)),
            Map.entry("listLevelReviews", Set.of(Roles.CLINICIAN)),
            Map.entry("readLevelReview", Set.of(Roles.CLINICIAN)),
            Map.entry("listReviewCriteria", Set.of(Roles.CLINICIAN, Roles.PROGRAM_DIRECTOR)),
            Map.entry("readTreatmentPlan", Set.of(Roles.PATIENT, Roles.CLINICIAN)),
            Map.entry("draftTreatmentPlan", Set.of(Roles.CLINICIAN)),
            Map.entry("listPlanRevisions", Set.of(Roles.PATIENT, Roles.CLINICIAN)),
            Map.entry("readPlanRevision", Set.of(Roles.PATIENT, Roles.CLINICIAN)),
            Map.entry("changePlanRevision", Set.of(Roles.CLINICIAN)),
            Map.entry("discardPlanRevision", Set.of(Roles.CLINICIAN)),
            Map.entry("signPlanRevision", Set.of(Roles.PATIENT, Roles.CLINICIAN)),
            Map.entry("recordObjectiveProgress", Set.of(Roles.CLINICIAN)),
            Map.entry("recordPlanReview", Set.of(Roles.CLINICIAN)),
            Map.entry("listDueTreatmentPlans", Set.of(Roles.CLINICIAN, Roles.PROGRAM_DIRECTOR)),
            Map.entry("trainWarningModel", Set.of(Roles.OPERATOR)),
            Map.entry("listWarningModels", Set.of(Roles.OPERATOR, Roles.PROGRAM_DIRECTOR)),
            Map.entry("readWarningModel", Set.of(Roles.OPERATOR, Roles.PROGRAM_DIRECTOR)),
            Map.entry("approveWarningModel", Set.of(Roles.OPERATOR)),
            Map.entry("retireWarningModel", Set.of(Roles.OPERATOR)),
            Map.entry("listEarlyWarnings", Set.of(Roles.CLINICIAN)),
            Map.entry("startRollupRebuild", Set.of(Roles.OPERATOR)),
            Map.entry("readRollupRebuild", Set.of(Roles.OPERATOR)),
            Map.entry("listCaseload", Set.of(Roles.CLINICIAN, Roles.PROGRAM_DIRECTOR)));

    /** These have no identifier in their path: another organization gets its own list, and the definition is everyone's. */
    private static final Set<String> WITHOUT_IDENTIFIER = Set.of(
            "listAlerts",
            "listDueWork",
            "listAlertRules",
            "readAlertBudget",
            "streamAlerts",
            "sayNotSafe",
            "readCrisisSupport",
            "listCaseload",
            "listDueTreatmentPlans",
            "listReviewCriteria",
            "listMetrics",
            "readMetric",
            "exportEpisodesAsParquet",
            "exportEpisodesAsCsv",
            "startRollupRebuild",
            "trainWarningModel",
            "listWarningModels",
            "listEarlyWarnings",
            "listInstruments",
            "readInstrument",
            "tryScore",
            "tryChange");

    /** Help for a person in danger is open to everyone. */
    private static final String PUBLIC = "readCrisisSupport";

    @Inject
    Clock clock;

    @Inject
    Database database;

    private Client client;
    private LocalDate today;
    private String assessmentId;
    private String alertId;
    private String planId;
    private String promptId;
    private String reviewId;
    private String homeworkId;
    private String drugTestId;
    private String rebuildId;
    private String modelId;

    @BeforeEach
    void recordSomething() {
        client = Clinic.admit(RIVERSIDE);
        today = LocalDate.now(clock);
        var checkIn = new HashMap<String, Object>(correction());
        checkIn.put("forOn", today.toString());
        checkIn.put("craving", 7);
        planId = Plans.write(client, "NOTICE");
        promptId = client.asSelf()
                .body(checkIn)
                .post("/api/patients/{id}/check-ins", client.patientId())
                .then()
                .statusCode(201)
                .extract()
                .path("prompt.id");
        assessmentId = client.asSelf()
                .body(Phq9.answered(clock.instant(), "1 1 1 1 1 1 1 1 1"))
                .post("/api/patients/{id}/assessments", client.patientId())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        homeworkId = clinician(RIVERSIDE)
                .body(homework())
                .post("/api/patients/{id}/homework", client.patientId())
                .path("id");
        drugTestId = clinician(RIVERSIDE)
                .body(drugTest())
                .post("/api/patients/{id}/drug-tests", client.patientId())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        rebuildId = UUID.randomUUID().toString();
        database.change("""
                insert into rollup_rebuild (organization_id, id, version, requested_by, requested_at, alive_at, status, finished_at,
                    events_read, unreadable_events, admissions_mended, bookings_mended, attendance_weeks_mended,
                    check_in_weeks_mended, program_weeks_mended)
                values (?, ?::uuid, 1, 'somebody', now(), now(), 'DONE', now(), 0, 0, 0, 0, 0, 0, 0)""", RIVERSIDE, rebuildId);
        modelId = UUID.randomUUID().toString();
        database.change("""
                insert into warning_model (organization_id, id, version, trained_by, trained_at, examples_until, examples, dropouts,
                    regression, evaluation, status)
                values (?, ?::uuid, 1, 'somebody', now(), current_date, 2, 1,
                    '{"intercept": -2, "weights": [0,0,0,0,0,0,0], "means": [0,0,0,0,0,0,0], "deviations": [1,1,1,1,1,1,1]}',
                    '{"people": 0, "droppedOut": 0, "brierScore": 0, "brierScoreOfTheRate": 0, "reliability": [], "budget": []}',
                    'TRAINED')""", RIVERSIDE, modelId);
        alertId = clinician(RIVERSIDE)
                .queryParam("patientId", client.patientId())
                .get("/api/alerts")
                .path("items[0].id");
        PlanRequests.draft(client, PlanRequests.content()).then().statusCode(201);
        PlanRequests.sign(clinician(RIVERSIDE), client, 1).then().statusCode(200);
        reviewId = clinician(RIVERSIDE)
                .post("/api/episodes/{id}/level-reviews", client.admissionId())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void tableListsEveryOperation() {
        // when
        var documented = operations().keySet();

        // then
        assertThat(documented).containsExactlyInAnyOrderElementsOf(ALLOWED.keySet());
    }

    @Test
    void nothingWithoutAValidToken() {
        // given
        var invalid = List.of(
                TestTokens.expired(RIVERSIDE, Roles.CLINICIAN),
                TestTokens.wrongAudience(RIVERSIDE, Roles.CLINICIAN),
                TestTokens.wrongIssuer(RIVERSIDE, Roles.CLINICIAN),
                TestTokens.wrongKey(RIVERSIDE, Roles.CLINICIAN));
        guardedOperations().forEach((id, operation) -> {
            for (var refused : invalid) {
                // when
                var response = call(Clinic.json(refused), operation, "{}");

                // then
                assertThat(response.statusCode()).as(id).isEqualTo(401);
            }
            // when
            var response = call(given().contentType(ContentType.JSON), operation, "{}");

            // then
            assertThat(response.statusCode()).as(id).isEqualTo(401);
            assertThat(response.contentType()).as(id).startsWith("application/problem+json");
        });
    }

    @Test
    void nothingWithoutAnOrganization() {
        // given
        var nowhere = TestTokens.withoutOrganization(ALL_ROLES.toArray(String[]::new));
        guardedOperations().forEach((id, operation) -> {
            // when
            var response = call(Clinic.json(nowhere), operation, "{}");

            // then
            assertThat(response.statusCode()).as(id).isEqualTo(403);
        });
    }

    @Test
    void onlyTheListedRolesGetIn() {
        // given
        var tokens = tokens(RIVERSIDE, client.patientId());
        operations()
                .forEach((id, operation) -> ALL_ROLES.forEach(role -> {
                    // when
                    var response = call(Clinic.json(tokens.get(role)), operation, "{}");

                    // then
                    if (ALLOWED.getOrDefault(id, Set.of()).contains(role)) {
                        assertThat(response.statusCode()).as(id + " as " + role).isNotIn(401, 403, 404, 500);
                    } else {
                        assertThat(response.statusCode()).as(id + " as " + role).isEqualTo(403);
                    }
                }));
    }

    @Test
    void noMachineGetsIn() {
        // given
        var machine = TestTokens.system(RIVERSIDE, "system/Observation.rs", "system/*.cruds");
        guardedOperations().forEach((id, operation) -> {
            // when
            var response = call(Clinic.json(machine), operation, "{}");

            // then
            assertThat(response.statusCode()).as(id).isEqualTo(403);
        });
    }

    @Test
    void anotherOrganizationSeesNothingOfIt() {
        // given
        var tokens = tokens(LAKESIDE, UUID.randomUUID());
        operations().forEach((id, operation) -> {
            for (var role : ALLOWED.getOrDefault(id, Set.of())) {
                // when
                var response = call(Clinic.json(tokens.get(role)).header("If-Match", "*"), operation, validBody(id));

                // then
                if (WITHOUT_IDENTIFIER.contains(id)) {
                    assertThat(response.asString())
                            .as(id)
                            .doesNotContain(client.patientId().toString())
                            .doesNotContain(client.admissionId().toString());
                } else {
                    assertThat(response.statusCode())
                            .as(id + ": " + response.asString())
                            .isEqualTo(404);
                }
            }
        });
        // then
        clinician(RIVERSIDE)
                .get("/api/alerts/{id}", alertId)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
    }

    @Test
    void sameIdentifierInAnotherOrganizationIsAnotherPerson() {
        // given
        var token = TestTokens.forPatient(LAKESIDE, client.patientId());

        // when
        var checkIns = Clinic.json(token).get("/api/patients/{id}/check-ins", client.patientId());
        var assessments = Clinic.json(token).get("/api/patients/{id}/assessments", client.patientId());

        // then
        checkIns.then().statusCode(200).body("items", empty());
        assessments.then().statusCode(200).body("items", empty());
    }

    /** One token for each role, made once: a token takes longer to sign than most answers take. */
    private static Map<String, String> tokens(String organization, UUID patientId) {
        return ALL_ROLES.stream()
                .collect(Collectors.toMap(
                        role -> role,
                        role -> role.equals(Roles.PATIENT)
                                ? TestTokens.forPatient(organization, patientId)
                                : TestTokens.bearer(organization, role)));
    }

    private Object validBody(String operationId) {
        return switch (operationId) {
            case "recordCheckIn" -> {
                var checkIn = new HashMap<String, Object>(correction());
                checkIn.put("forOn", today.toString());
                yield checkIn;
            }
            case "correctCheckIn" -> correction();
            case "writeRelapsePlan" -> Plans.first("NOTICE");
            case "snoozeDueWork" -> Map.of("untilOn", today.toString(), "reason", "AWAY");
            case "assignHomework" -> homework();
            case "keepSupportMeeting" ->
                Map.of("heldOn", today.toString(), "fellowship", "AA", "online", false, "status", "PLANNED");
            case "noteStepOutcome" -> Map.of("step", "walk", "outcome", "HELPED");
            case "recordAssessment" -> Phq9.answered(clock.instant(), "0 0 0 0 0 0 0 0 0");
            case "correctAssessment" -> Map.of("reason", "ENTRY_ERROR", "answers", Map.of("1", 0));
            case "voidAssessment" -> Map.of("reason", "WRONG_PERSON");
            case "recordDrugTest" -> drugTest();
            case "voidDrugTest" -> Map.of("reason", "OTHER");
            case "reviewAssessment" -> Map.of("planChange", "NONE");
            case "acknowledgeAlert" -> Map.of("reason", "SAFETY_ASSESSED");
            case "approveWarningModel" -> Map.of("threshold", 0.2);
            case "recordAlertOutcome" -> Map.of("outcome", "CONTACTED");
            case "draftTreatmentPlan", "changePlanRevision" -> PlanRequests.content();
            case "signPlanRevision" -> Map.of("contentSha256", "0".repeat(64));
            case "recordObjectiveProgress" -> Map.of("status", "MET");
            case "recordPlanReview" -> Map.of("outcome", "CONTINUE", "withClient", true);
            default -> "{}";
        };
    }

    private Map<String, Object> homework() {
        return Map.of("kind", "READING", "task", "Read chapter 2", "dueOn", today.toString());
    }

    private Map<String, Object> drugTest() {
        return Map.of(
                "collectedAt",
                clock.instant().toString(),
                "specimen",
                "URINE",
                "kind",
                "POINT_OF_CARE_SCREEN",
                "findings",
                List.of(Map.of("analyte", "COCAINE", "outcome", "NEGATIVE", "prescribed", false)));
    }

    private static Map<String, Object> correction() {
        return Map.of("mood", 6, "craving", 4, "substanceUse", false, "sleepHours", 7);
    }

    private Response call(RequestSpecification request, Operation operation, Object body) {
        var path = operation.path();
        var parameters = Map.ofEntries(
                Map.entry("programId", client.programId().toString()),
                Map.entry("rebuildId", rebuildId),
                Map.entry("modelId", modelId),
                Map.entry("admissionId", client.admissionId().toString()),
                Map.entry("patientId", client.patientId().toString()),
                Map.entry("forOn", today.toString()),
                Map.entry("code", "PHQ-9"),
                Map.entry("assessmentId", assessmentId),
                Map.entry("alertId", alertId),
                Map.entry("planId", planId),
                Map.entry("promptId", promptId),
                Map.entry("metric", "CASELOAD"),
                Map.entry("reviewId", reviewId),
                Map.entry("number", "1"),
                Map.entry("objective", "O1"),
                Map.entry("homeworkId", homeworkId),
                Map.entry("drugTestId", drugTestId),
                Map.entry("meetingId", UUID.randomUUID().toString()));
        for (var parameter : parameters.entrySet()) {
            path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        if (operation.path().equals("/api/caseload")) {
            request.queryParam("week", "2026-W48");
        }
        if (operation.path().startsWith("/api/exports/")) {
            request.queryParam("from", "2026-01");
        }
        if (operation.path().equals("/api/alert-stream")) {
            request.queryParam("seconds", 1);
        }
        return operation.method().equals("GET")
                ? request.get(path)
                : request.body(body).request(operation.method(), path);
    }

    private static Map<String, Operation> guardedOperations() {
        var operations = operations();
        operations.remove(PUBLIC);
        return operations;
    }

    private static Map<String, Operation> operations() {
        Map<String, Map<String, Object>> paths = given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        var operations = new TreeMap<String, Operation>();
        paths.forEach((path, methods) -> methods.forEach((method, described) -> {
            // FhirAccessTest is about the FHIR face.
            if (!path.startsWith("/progress/fhir/") && described instanceof Map<?, ?> operation) {
                operations.put(
                        String.valueOf(operation.get("operationId")),
                        new Operation(method.toUpperCase(Locale.ROOT), path.replaceFirst("^/progress", "")));
            }
        }));
        return operations;
    }

    /** One operation of the document. */
    private record Operation(String method, String path) {}
}
