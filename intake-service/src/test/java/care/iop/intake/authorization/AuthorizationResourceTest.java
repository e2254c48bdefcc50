package care.iop.intake.authorization;

import static care.iop.intake.Desk.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import care.iop.intake.Database;
import care.iop.intake.Desk;
import care.iop.intake.ServiceTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the request to a payer to the closure, over HTTP. */
@ServiceTest
class AuthorizationResourceTest {

    private final LocalDate today = LocalDate.now(ZoneId.of("America/New_York"));

    @Inject
    Database database;

    @Test
    void aRequestIsKeptWithTheRulesThatCountIt() {
        // given
        var patient = Desk.register(RIVERSIDE);

        // when
        var requested = request(patient, Desk.authorization());

        // then
        requested
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Location", endsWith("/authorizations/" + id(requested)))
                .body("status", equalTo("REQUESTED"))
                .body("services[0].code", equalTo("H0015"))
                .body("services[0].basis", equalTo("DAY"))
                .body("services[0].rule", containsString("180 delivered minutes"))
                .body("services[0].approvedUnits", nullValue())
                .body("policyVersion", equalTo("authorization-1.0"))
                .body("policy", containsString("[P]"))
                .body("history.kind", contains("REQUESTED"));
        read(patient, id(requested)).statusCode(200).header("ETag", "\"0\"");
        assertThat(database.rows(
                        "select action, resource from access_log where person_id = ? and resource = 'Authorization' order by at",
                        UUID.fromString(patient)))
                .containsExactly("WRITE Authorization", "READ Authorization");
    }

    @Test
    void theSameKeyAsksThePayerOnce() {
        // given
        var patient = Desk.register(RIVERSIDE);
        var key = UUID.randomUUID().toString();
        var body = Desk.authorization();

        // when
        var first = keyed(patient, key, body);
        var second = keyed(patient, key, body);

        // then
        assertThat(id(second)).isEqualTo(id(first));
        list(patient).body("items", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            services      | [{"code":"H9999","units":1}]                            | /services/0/code
            services      | [{"code":"H0015","units":0}]                            | /services/0/units
            services      | [{"code":"H0015","units":1},{"code":"H0015","units":1}] | /services/1/code
            services      | []                                                      | /services
            services      | [{"code":"h0015","units":1}]                            | /services/0/code
            services      | [{"code":"H0015","units":10000}]                        | /services/0/units
            requestedOn   | "2099-01-01"                                            | /requestedOn
            validTo       | "2026-01-01"                                            | /validTo
            validTo       | "2099-01-01"                                            | /validTo
            plannedEndOn  | "2026-01-01"                                            | /plannedEndOn
            admissionId   | "019a2b3c-0000-7000-8000-000000000005"                  | /admissionId
            insurancePolicyId | "019a2b3c-0000-7000-8000-000000000005"              | /insurancePolicyId
            payer         | {"name":" "}                                            | /payer/name
            """)
    void whatCannotBeAskedIsRefused(String field, String value, String pointer) {
        // given
        var body = Desk.authorization();
        body.put(
                field,
                io.restassured.path.json.JsonPath.from("{\"v\":" + value + "}").get("v"));

        // when
        var refused = request(Desk.register(RIVERSIDE), body);

        // then
        refused.statusCode(422).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void anUnknownFieldIsRefused() {
        var body = Desk.authorization();
        body.put("unit", 3);
        request(Desk.register(RIVERSIDE), body).statusCode(400).body("type", equalTo("/problems/unknown-field"));
    }

    @Test
    void aPartialApprovalHasItsOwnUnitsAndDays() {
        // given
        var patient = Desk.register(RIVERSIDE);
        var id = id(request(patient, Desk.authorization()));
        var partly = with(Desk.approval(), "outcome", "PARTIALLY_APPROVED");
        partly.put("services", units(8));
        partly.put("validTo", today.plusDays(30).toString());
        partly.put("concurrentReviewDueOn", today.plusDays(20).toString());

        // when
        var decided = act(patient, id, "decision", "\"0\"", partly);

        // then
        decided.statusCode(200)
                .header("ETag", "\"1\"")
                .body("status", equalTo("PARTIALLY_APPROVED"))
                .body("number", equalTo("AUTH-77012"))
                .body("services[0].requestedUnits", equalTo(12))
                .body("services[0].approvedUnits", equalTo(8))
                .body("history.kind", contains("REQUESTED", "PARTIALLY_APPROVED"))
                .body("history[0].validTo", equalTo(today.plusDays(89).toString()))
                .body("history[1].validTo", equalTo(today.plusDays(30).toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "APPROVED, 12, 89, 200, ",
        "APPROVED, 13, 89, 200, ",
        "APPROVED, 11, 89, 422, /outcome",
        "APPROVED, 12, 88, 422, /outcome",
        "PARTIALLY_APPROVED, 11, 89, 200, ",
        "PARTIALLY_APPROVED, 12, 88, 200, ",
        "PARTIALLY_APPROVED, 12, 89, 422, /outcome"
    })
    void partlyIsLessThanAsked(String outcome, int units, int days, int status, String pointer) {
        // given
        var patient = Desk.register(RIVERSIDE);
        var id = id(request(patient, Desk.authorization()));
        var decision = with(Desk.approval(), "outcome", outcome);
        decision.put("services", units(units));
        decision.put("validTo", today.plusDays(days).toString());

        // when
        var decided = act(patient, id, "decision", "*", decision);

        // then
        decided.statusCode(status);
        if (pointer != null) {
            decided.body("errors.pointer", contains(pointer));
        }
    }

    @Test
    void aDenialHasItsReasonAndNothingFollowsIt() {
        // given
        var patient = Desk.register(RIVERSIDE);
        var id = id(request(patient, Desk.authorization()));
        var denial = new HashMap<String, Object>(
                Map.of("outcome", "DENIED", "decidedOn", today.toString(), "note", "Wants outpatient first."));

        // when
        act(patient, id, "decision", "*", denial).statusCode(422).body("errors.pointer", contains("/reason"));
        denial.put("reason", "NOT_MEDICALLY_NECESSARY");
        var denied = act(patient, id, "decision", "\"0\"", denial);

        // then
        denied.statusCode(200)
                .body("status", equalTo("DENIED"))
                .body("denialReason", equalTo("NOT_MEDICALLY_NECESSARY"))
                .body("history[1].note", equalTo("Wants outpatient first."));
        act(patient, id, "decision", "*", Desk.approval())
                .statusCode(409)
                .body("type", equalTo("/problems/authorization-move-not-allowed"));
        act(patient, id, "extensions", "*", extension(1)).statusCode(409);
        read(patient, id + "/burn-down").statusCode(409);
    }

    @Test
    void changesNeedTheVersionThatWasRead() {
        // given
        var patient = Desk.register(RIVERSIDE);
        var id = Desk.authorized(RIVERSIDE, patient, Desk.authorization());

        // then
        Desk.coordinator(RIVERSIDE)
                .body(extension(3))
                .post("/api/patients/{id}/authorizations/{a}/extensions", patient, id)
                .then()
                .statusCode(428);
        act(patient, id, "extensions", "\"0\"", extension(3)).statusCode(412);
        act(patient, id, "extensions", "\"1\"", extension(3)).statusCode(200).header("ETag", "\"2\"");
    }

    @Test
    void concurrentReviewsAddUpAndStayHistory() {
        // given
        var patient = Desk.register(RIVERSIDE);
        var id = Desk.authorized(RIVERSIDE, patient, Desk.authorization());
        var longer = extension(5);
        longer.put("validTo", today.plusDays(120).toString());
        longer.put("number", "AUTH-77012-B");

        // when
        act(patient, id, "extensions", "*", extension(3)).statusCode(200);
        var extended = act(patient, id, "extensions", "*", longer);
        var denied = act(
                patient,
                id,
                "extensions",
                "*",
                Map.of("outcome", "DENIED", "decidedOn", today.toString(), "reason", "BENEFIT_EXHAUSTED"));

        // then
        extended.statusCode(200)
                .body("status", equalTo("EXTENDED"))
                .body("services[0].approvedUnits", equalTo(20))
                .body("validTo", equalTo(today.plusDays(120).toString()))
                .body("number", equalTo("AUTH-77012-B"));
        denied.statusCode(200)
                .body("status", equalTo("EXTENDED"))
                .body("services[0].approvedUnits", equalTo(20))
                .body("history.kind", contains("REQUESTED", "APPROVED", "EXTENDED", "EXTENDED", "EXTENSION_DENIED"))
                .body("history[2].services[0].approvedUnits", equalTo(15))
                .body("history[4].reason", equalTo("BENEFIT_EXHAUSTED"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"outcome":"APPROVED"}                                                                    | /outcome
            {"outcome":"APPROVED","addedUnits":[{"code":"H0015","units":0}]}                          | /outcome
            {"outcome":"DENIED","reason":"OTHER","addedUnits":[{"code":"H0015","units":1}]}           | /outcome
            {"outcome":"DENIED"}                                                                      | /reason
            {"outcome":"APPROVED","addedUnits":[{"code":"H0015","units":1}],"reason":"OTHER"}         | /reason
            {"outcome":"APPROVED","addedUnits":[{"code":"H0004","units":1}]}                          | /addedUnits/0/code
            {"outcome":"APPROVED","addedUnits":[{"code":"H0015","units":9999}]}                       | /addedUnits
            {"outcome":"APPROVED","addedUnits":[{"code":"H0015","units":1}],"validTo":"2026-01-01"}   | /validTo
            """)
    void whatNoReviewCanComeToIsRefused(String body, String pointer) {
        // given
        var patient = Desk.register(RIVERSIDE);
        var id = Desk.authorized(RIVERSIDE, patient, Desk.authorization());

        // when
        var refused =
                act(patient, id, "extensions", "*", body.replaceFirst("\\{", "{\"decidedOn\":\"" + today + "\","));

        // then
        refused.statusCode(422).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void aRevisionSaysTheWholeTermsAgain() {
        // given
        var patient = Desk.register(RIVERSIDE);
        var id = Desk.authorized(RIVERSIDE, patient, Desk.authorization());

        // when
        var revised = act(
                patient,
                id,
                "revisions",
                "\"1\"",
                Map.of(
                        "services", units(14),
                        "validFrom", today.toString(),
                        "validTo", today.plusDays(60).toString(),
                        "plannedEndOn", today.plusDays(40).toString(),
                        "note", "The letter says 14."));

        // then
        revised.statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("services[0].approvedUnits", equalTo(14))
                .body("plannedEndOn", equalTo(today.plusDays(40).toString()))
                .body("number", equalTo("AUTH-77012"))
                .body("history.kind", contains("REQUESTED", "APPROVED", "REVISED"));
    }

    @Test
    void aClosedOneIsNotReliedOn() {
        // given
        var patient = Desk.register(RIVERSIDE);
        var id = Desk.authorized(RIVERSIDE, patient, Desk.authorization());

        // when
        var closed = act(patient, id, "closure", "*", Map.of("closedOn", today.toString(), "reason", "SELF_PAY"));

        // then
        closed.statusCode(200).body("status", equalTo("CLOSED")).body("closureReason", equalTo("SELF_PAY"));
        act(patient, id, "closure", "*", Map.of("closedOn", today.toString(), "reason", "SELF_PAY"))
                .statusCode(409);
        act(
                        patient,
                        id,
                        "revisions",
                        "*",
                        Map.of(
                                "services", units(14),
                                "validFrom", today.toString(),
                                "validTo", today.toString(),
                                "note", "Late."))
                .statusCode(409);
        read(patient, id + "/burn-down").statusCode(200).body("runsOutBeforePlannedEnd", equalTo(false));
    }

    @Test
    void listsAreInPages() {
        // given
        var patient = Desk.register(RIVERSIDE);
        var ids = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            ids.add(id(request(patient, Desk.authorization())));
        }

        // when
        var first = Desk.clinician(RIVERSIDE)
                .get("/api/patients/{id}/authorizations?limit=2", patient)
                .then()
                .statusCode(200)
                .body("items.id", contains(ids.get(0), ids.get(1)));
        var next = first.extract().header("Link").replaceAll(".*after=([^&>]+).*", "$1");

        // then
        Desk.clinician(RIVERSIDE)
                .get("/api/patients/{id}/authorizations?limit=2&after=" + next, patient)
                .then()
                .statusCode(200)
                .header("Link", nullValue())
                .body("items.id", contains(ids.get(2)));
    }

    @Test
    void aDayCountsOnOneAuthorizationOfAPayer() {
        // given
        var patient = Desk.register(RIVERSIDE);
        var first = Desk.authorized(RIVERSIDE, patient, Desk.authorization());
        var sameDays = id(request(patient, Desk.authorization()));
        var otherPayer = Desk.authorization();
        otherPayer.put("payer", Map.of("name", "Second Health Plan", "electronicId", "EX002"));
        var otherService = Desk.authorization();
        otherService.put("services", List.of(Map.of("code", "T1006", "units", 4)));
        var afterwards = Desk.authorization();
        afterwards.put("validFrom", today.plusDays(90).toString());
        afterwards.put("validTo", today.plusDays(120).toString());

        // when
        var twice = act(patient, sameDays, "decision", "*", Desk.approval());

        // then
        twice.statusCode(409)
                .body("type", equalTo("/problems/authorization-overlaps"))
                .body("detail", containsString(first));
        Desk.authorized(RIVERSIDE, patient, otherPayer);
        Desk.authorized(RIVERSIDE, patient, otherService);
        Desk.authorized(RIVERSIDE, patient, afterwards);
        act(patient, first, "closure", "*", Map.of("closedOn", today.toString(), "reason", "REPLACED"))
                .statusCode(200);
        act(patient, sameDays, "decision", "*", Desk.approval()).statusCode(200);
    }

    @Test
    void ofTwoApprovalsAtOnceForTheSameDaysOneWins() throws Exception {
        // given
        var patient = Desk.register(RIVERSIDE);
        var one = id(request(patient, Desk.authorization()));
        var other = id(request(patient, Desk.authorization()));
        var barrier = new CyclicBarrier(2);
        Callable<Response> approveOne = () -> approveAfter(barrier, patient, one);
        Callable<Response> approveOther = () -> approveAfter(barrier, patient, other);
        var people = Executors.newFixedThreadPool(2);

        // when
        var statuses = new ArrayList<Integer>();
        try {
            for (var answer : people.invokeAll(List.of(approveOne, approveOther))) {
                statuses.add(answer.get().statusCode());
            }
        } finally {
            people.shutdownNow();
        }

        // then
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void theWorklistHasWhatIsDueOrRunsOut() {
        // given
        var lasting = Desk.authorization();
        lasting.put("plannedEndOn", today.plusDays(1).toString());
        lasting.put("services", List.of(Map.of("code", "H0015", "units", 90)));
        var patient = patientOf(Desk.admit(RIVERSIDE));
        var lasts = Desk.authorized(RIVERSIDE, patient, lasting);
        var runningOut = Desk.authorized(RIVERSIDE, patientOf(Desk.admit(RIVERSIDE)), Desk.authorization());
        var ofDischarged = Desk.admit(RIVERSIDE);
        var discharged = Desk.authorized(RIVERSIDE, patientOf(ofDischarged), Desk.authorization());
        Desk.clinician(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of(
                        "dischargedOn", LocalDate.now(java.time.ZoneOffset.UTC).toString(),
                        "lastContactOn", LocalDate.now(java.time.ZoneOffset.UTC).toString(),
                        "reason", "COMPLETED"))
                .post("/api/admissions/{id}/discharge", ofDischarged)
                .then()
                .statusCode(200);
        var reviewed = Desk.register(RIVERSIDE);
        var dueLater = id(request(reviewed, lasting));
        act(
                        reviewed,
                        dueLater,
                        "decision",
                        "*",
                        with(
                                Desk.approval(),
                                "concurrentReviewDueOn",
                                today.plusDays(3).toString()))
                .statusCode(200);

        // when
        var dueToday = everyDue(today);
        var later = everyDue(today.plusDays(3));

        // then
        assertThat(dueToday).contains(runningOut).doesNotContain(lasts, discharged, dueLater);
        assertThat(later).contains(runningOut, dueLater).doesNotContain(lasts, discharged);
        read(patientOfAuthorization(runningOut), runningOut + "/burn-down")
                .body("runsOutBeforePlannedEnd", equalTo(true))
                .body("firstUncoveredOn", notNullValue())
                .body("reviewDueOn", notNullValue())
                .body("reasons.code", hasItem("UNITS_RUN_OUT"))
                .body("reasons.code", not(hasItem("NOT_ADMITTED")));
    }

    private List<String> everyDue(LocalDate on) {
        var found = new ArrayList<String>();
        var after = "";
        while (true) {
            var page = Desk.coordinator(RIVERSIDE)
                    .get("/api/due-authorizations?limit=200&on=" + on + after)
                    .then()
                    .statusCode(200)
                    .body("policy", containsString("[P]"))
                    .extract();
            found.addAll(page.jsonPath().getList("items.id", String.class));
            if (page.header("Link") == null) {
                return found;
            }
            after = page.header("Link").replaceAll(".*(&after=[^&>]+).*", "$1");
        }
    }

    private String patientOf(String admissionId) {
        return database.rows("select patient_id from admission where id = ?", UUID.fromString(admissionId))
                .get(0);
    }

    private String patientOfAuthorization(String id) {
        return database.rows("select patient_id from service_authorization where id = ?", UUID.fromString(id))
                .get(0);
    }

    private static Response approveAfter(CyclicBarrier barrier, String patient, String id) throws Exception {
        barrier.await();
        return Desk.coordinator(RIVERSIDE)
                .header("If-Match", "\"0\"")
                .body(Desk.approval())
                .post("/api/patients/{id}/authorizations/{a}/decision", patient, id);
    }

    private Map<String, Object> extension(int units) {
        return new HashMap<>(Map.of("outcome", "APPROVED", "decidedOn", today.toString(), "addedUnits", units(units)));
    }

    private static List<Map<String, Object>> units(int units) {
        return List.of(Map.of("code", "H0015", "units", units));
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        var changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    private static ValidatableResponse request(String patient, Map<String, Object> body) {
        return Desk.coordinator(RIVERSIDE)
                .body(body)
                .post("/api/patients/{id}/authorizations", patient)
                .then();
    }

    private static ValidatableResponse keyed(String patient, String key, Map<String, Object> body) {
        return Desk.coordinator(RIVERSIDE)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/patients/{id}/authorizations", patient)
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse act(String patient, String id, String verb, String ifMatch, Object body) {
        return Desk.coordinator(RIVERSIDE)
                .header("If-Match", ifMatch)
                .body(body)
                .post("/api/patients/{id}/authorizations/{a}/" + verb, patient, id)
                .then();
    }

    private static ValidatableResponse read(String patient, String what) {
        return Desk.clinician(RIVERSIDE)
                .get("/api/patients/{id}/authorizations/" + what, patient)
                .then();
    }

    private static ValidatableResponse list(String patient) {
        return Desk.clinician(RIVERSIDE)
                .get("/api/patients/{id}/authorizations", patient)
                .then()
                .statusCode(200);
    }

    private static String id(ValidatableResponse response) {
        return response.extract().path("id");
    }
}
