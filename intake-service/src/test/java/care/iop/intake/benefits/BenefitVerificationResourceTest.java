package care.iop.intake.benefits;

import static care.iop.intake.Desk.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import care.iop.intake.Database;
import care.iop.intake.Desk;
import care.iop.intake.ServiceTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class BenefitVerificationResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/api/patients/{id}/benefit-verifications";

    @Inject
    Database database;

    @Test
    void whatThePayerSaidIsKeptToTheLetter() throws Exception {
        // given
        var patientId = Desk.register(RIVERSIDE);
        var request = Desk.verification();
        var terms = JSON.readTree(BenefitTerms.EXAMPLE);
        ((ObjectNode) terms).put("accumulatorsAsOf", today().toString());
        request.put("terms", terms);

        // when
        var recorded = post(patientId, request);

        // then
        String id = recorded.statusCode(201)
                .header("ETag", equalTo("\"0\""))
                .header("Location", containsString("/intake/api/patients/" + patientId + "/benefit-verifications/"))
                .body("coverage", equalTo("ACTIVE"))
                .body("source", equalTo("PHONE"))
                .body("referenceNumber", equalTo("REF-1"))
                .body("verifiedBy", notNullValue())
                .body("overdue", equalTo(false))
                .body("conflicts", hasSize(0))
                .body("policy", containsString("[P]"))
                .body("reverifyDueOn", notNullValue())
                .extract()
                .path("id");
        var read = Desk.clinician(RIVERSIDE).get(PATH + "/" + id, patientId).then();
        var kept = JSON.readTree(read.statusCode(200).extract().asString()).get("terms");
        assertThat((Object) withoutEmptyLists(kept)).isEqualTo(withoutEmptyLists(terms));
        assertThat(database.rows(
                        "select operation from access_log where resource = 'BenefitVerification' and person_id = ?",
                        UUID.fromString(patientId)))
                .hasSize(2);
    }

    @Test
    void aCorrectionTakesThePlaceOfWhatWasWrong() {
        // given
        var patientId = Desk.register(RIVERSIDE);
        var wrong = recorded(patientId, Desk.verification());
        var correction = correction("INACTIVE");

        // when
        var corrected = Desk.coordinator(RIVERSIDE)
                .header("If-Match", "\"0\"")
                .body(correction)
                .post(PATH + "/{v}/corrections", patientId, wrong)
                .then();

        // then
        String id = corrected
                .statusCode(201)
                .body("coverage", equalTo("INACTIVE"))
                .body("source", equalTo("PHONE"))
                .body("supersedes", equalTo(wrong))
                .body("supersededBy", nullValue())
                .body("reverifyDueOn", nullValue())
                .extract()
                .path("id");
        Desk.coordinator(RIVERSIDE)
                .get(PATH + "/" + wrong, patientId)
                .then()
                .header("ETag", equalTo("\"1\""))
                .body("coverage", equalTo("ACTIVE"))
                .body("supersededBy", equalTo(id));
        Desk.coordinator(RIVERSIDE).get(PATH, patientId).then().statusCode(200).body("items.id", contains(wrong, id));
    }

    @ParameterizedTest
    @CsvSource(
            value = {"null,428", "\"7\",412", "\"0\",412", "*,409"},
            nullValues = "null")
    void onlyWhoSawTheOneThatCountsCorrectsIt(String ifMatch, int status) {
        // given
        var patientId = Desk.register(RIVERSIDE);
        var id = recorded(patientId, Desk.verification());
        correct(patientId, id, "*").statusCode(201);

        // when
        var refused = correct(patientId, id, ifMatch);

        // then
        refused.statusCode(status);
    }

    @Test
    void ofTwoWhoCorrectAtOnceOneWins() throws Exception {
        // given
        var patientId = Desk.register(RIVERSIDE);
        var id = recorded(patientId, Desk.verification());
        Callable<Integer> attempt =
                () -> correct(patientId, id, "\"0\"").extract().statusCode();

        // when
        var threads = Executors.newFixedThreadPool(4);
        var answers = threads.invokeAll(List.of(attempt, attempt, attempt, attempt));
        threads.shutdown();

        // then
        var statuses = new ArrayList<Integer>();
        for (var answer : answers) {
            statuses.add(answer.get());
        }
        assertThat(statuses).containsExactlyInAnyOrder(201, 412, 412, 412);
    }

    @Test
    void aRepetitionTakesThePlaceOfTheOneBefore() {
        // given
        var organization = "benefits-" + UUID.randomUUID();
        var patientId = patientOf(organization, Desk.refer(organization));
        var request = Desk.verification();
        request.put("verifiedAt", Instant.now().minus(40, ChronoUnit.DAYS).toString());
        String old = post(organization, patientId, request)
                .statusCode(201)
                .body("overdue", equalTo(true))
                .extract()
                .path("id");
        overdue(organization).body("items.id", contains(old)).body("items[0].overdue", equalTo(true));
        var again = Desk.verification();
        again.put("reverifies", old);

        // when
        var repeated = post(organization, patientId, again);

        // then
        repeated.statusCode(201).body("supersedes", equalTo(old));
        overdue(organization).body("items", hasSize(0));
        post(organization, patientId, again).statusCode(409).body("type", equalTo("/problems/verification-superseded"));
    }

    @Test
    void onlyThoseWhoWaitForUsOrAreInTreatmentAreListedAsOverdue() {
        // given
        var organization = "benefits-" + UUID.randomUUID();
        var request = Desk.verification();
        request.put("verifiedAt", Instant.now().minus(40, ChronoUnit.DAYS).toString());
        var gone = Desk.refer(organization);
        post(organization, patientOf(organization, gone), request).statusCode(201);
        Desk.step(organization, gone, "loss").statusCode(200);
        post(organization, Desk.register(organization), request).statusCode(201);
        var admitted = Desk.accepted(organization, "2.1");
        Desk.coordinator(organization)
                .body(Desk.admission(admitted))
                .post("/api/admissions")
                .then()
                .statusCode(201);
        String listed = post(organization, patientOf(organization, admitted), request)
                .extract()
                .path("id");
        var fresh = patientOf(organization, Desk.refer(organization));
        post(organization, fresh, Desk.verification()).statusCode(201);

        // when
        var today = overdue(organization);
        var ahead = Desk.clinician(organization)
                .queryParam("on", LocalDate.now(ZoneId.of("UTC")).plusDays(45).toString())
                .get("/api/overdue-benefit-verifications")
                .then();

        // then
        today.body("items.id", contains(listed));
        ahead.statusCode(200).body("items", hasSize(2)).body("items.patientId", hasItem(fresh));
    }

    /** What is verified, in days from now, and how the gate stands for a start in so many days. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                | 0  | true
            {"coverage":"INACTIVE"}                           | 0  | false
            {"coverage":"NOT_FOUND"}                          | 0  | false
            {"coverage":"UNDETERMINED"}                       | 0  | false
            {}                                                | 33 | false
            {"terms":{"levelsOfCare":[{"levelOfCare":"2.1","covered":"NO"}]}}  | 0 | false
            {"terms":{"levelsOfCare":[{"levelOfCare":"2.5","covered":"NO"}]}}  | 0 | true
            {"terms":{"levelsOfCare":[{"levelOfCare":"2.1","covered":"YES"}]}} | 0 | true
            """)
    void workedGate(String change, int startsIn, boolean met) throws Exception {
        // given
        var referralId = Desk.accepted(RIVERSIDE, "2.1");
        var request = merged(JSON.valueToTree(Desk.verification()), JSON.readTree(change));
        post(patientOf(RIVERSIDE, referralId), request).statusCode(201);

        // when
        var readiness = readiness(referralId, today().plusDays(startsIn));

        // then
        readiness.body("gates.find { it.gate == 'BENEFITS_SETTLED' }.met", equalTo(met));
    }

    @Test
    void theGateSaysWhatIsMissingAndWhoCanDoIt() {
        // given
        var referralId = Desk.accepted(RIVERSIDE, "2.1");

        // when
        var readiness = readiness(referralId, today());

        // then
        readiness
                .body("gates.find { it.gate == 'BENEFITS_SETTLED' }.met", equalTo(false))
                .body(
                        "gates.find { it.gate == 'BENEFITS_SETTLED' }.reason",
                        containsString("No benefits were verified"))
                .body("gates.find { it.gate == 'BENEFITS_SETTLED' }.closableBy", contains("intake-coordinator"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /source                         | {"source":"X12_271"}
            /verifiedAt                     | {"verifiedAt":"9999-12-31T00:00:00Z"}
            /verifiedAt                     | {"verifiedAt":"2020-01-01T00:00:00Z"}
            /coverage                       | {"coverage":null}
            /terms                          | {"terms":null}
            /terms/payer                    | {"terms":{"payer":null}}
            /terms/payer/name               | {"terms":{"payer":{"name":" "}}}
            /terms/payer/name               | {"terms":{"payer":{"name":"a\\u0007b"}}}
            /terms/payer/electronicId       | {"terms":{"payer":{"electronicId":"a*b"}}}
            /terms/memberNumber             | {"terms":{"memberNumber":""}}
            /terms/endsOn                   | {"terms":{"startsOn":"2026-02-01","endsOn":"2026-01-31"}}
            /terms/endsOn                   | {"terms":{"endsOn":"2001-01-31"}}
            /terms/endsOn                   | {"terms":{"endsOn":"9999-12-31"}}
            /terms/benefitYearEndsOn        | {"terms":{"benefitYearBasis":"PLAN_YEAR"}}
            /terms/benefitYearEndsOn        | {"terms":{"benefitYearBasis":"CALENDAR_YEAR","benefitYearEndsOn":"2090-06-30"}}
            /terms/accumulatorsAsOf         | {"terms":{"accumulators":[{"kind":"DEDUCTIBLE","holder":"FAMILY","network":"EITHER","amount":1}]}}
            /terms/accumulatorsAsOf         | {"terms":{"accumulatorsAsOf":"2090-01-01"}}
            /terms/accumulators/0           | {"terms":{"accumulatorsAsOf":"2026-01-01","accumulators":[{"kind":"DEDUCTIBLE","holder":"FAMILY","network":"EITHER"}]}}
            /terms/accumulators/0/remaining | {"terms":{"accumulatorsAsOf":"2026-01-01","accumulators":[{"kind":"DEDUCTIBLE","holder":"FAMILY","network":"EITHER","amount":1,"remaining":1.01}]}}
            /terms/accumulators/1           | {"terms":{"accumulatorsAsOf":"2026-01-01","accumulators":[{"kind":"DEDUCTIBLE","holder":"FAMILY","network":"EITHER","amount":1},{"kind":"DEDUCTIBLE","holder":"FAMILY","network":"EITHER","amount":2}]}}
            /terms/accumulators/0/amount    | {"terms":{"accumulatorsAsOf":"2026-01-01","accumulators":[{"kind":"DEDUCTIBLE","holder":"FAMILY","network":"EITHER","amount":-1}]}}
            /terms/accumulators/0/amount    | {"terms":{"accumulatorsAsOf":"2026-01-01","accumulators":[{"kind":"DEDUCTIBLE","holder":"FAMILY","network":"EITHER","amount":1e15}]}}
            /terms/accumulators/0           | {"terms":{"accumulators":[null]}}
            /terms/costShares/0             | {"terms":{"costShares":[{"service":"OTHER","network":"UNKNOWN"}]}}
            /terms/costShares/0             | {"terms":{"costShares":[{"service":"OTHER","network":"UNKNOWN","copay":1,"coinsurancePercent":1}]}}
            /terms/costShares/0/copayPer    | {"terms":{"costShares":[{"service":"OTHER","network":"UNKNOWN","copayPer":"DAY","coinsurancePercent":1}]}}
            /terms/costShares/0/coinsurancePercent | {"terms":{"costShares":[{"service":"OTHER","network":"UNKNOWN","coinsurancePercent":100.01}]}}
            /terms/costShares/1             | {"terms":{"costShares":[{"service":"OTHER","network":"UNKNOWN","copay":1},{"service":"OTHER","network":"UNKNOWN","copay":2}]}}
            /terms/levelsOfCare/1/levelOfCare | {"terms":{"levelsOfCare":[{"levelOfCare":"2.1","covered":"YES"},{"levelOfCare":"2.1","covered":"NO"}]}}
            /terms/authorization/unitsUsed  | {"terms":{"authorization":{"number":"A-1","unitsAuthorized":4,"unitsUsed":5}}}
            /terms/authorization/unitsAuthorized | {"terms":{"authorization":{"number":"A-1","unitsAuthorized":1000000000}}}
            /terms/authorization/endsOn     | {"terms":{"authorization":{"number":"A-1","startsOn":"2026-02-01","endsOn":"2026-01-31"}}}
            /terms/limits/0/used            | {"terms":{"limits":[{"unit":"VISIT","allowed":3,"used":4}]}}
            /terms/exclusions/0             | {"terms":{"exclusions":[""]}}
            """)
    void whatCannotBeIsRefusedAtItsPlace(String pointer, String change) throws Exception {
        // given
        var request = merged(JSON.valueToTree(Desk.verification()), JSON.readTree(change));

        // when
        var refused = post(Desk.register(RIVERSIDE), request);

        // then
        refused.statusCode(422).body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"coverage":"MAYBE"}
            {"terms":{"levelsOfCare":[{"levelOfCare":"9.9","covered":"NO"}]}}
            {"terms":{"costShares":[{"service":"OTHER","network":"UNKNOWN","copay":"NaN"}]}}
            {"terms":{"unknown":1}}
            """)
    void whatCannotBeReadIs400(String change) throws Exception {
        // given
        var request = merged(JSON.valueToTree(Desk.verification()), JSON.readTree(change));

        // when
        var refused = post(Desk.register(RIVERSIDE), request);

        // then
        refused.statusCode(400);
    }

    @Test
    void agreementsToPaySettleTheGateUntilTheyAreWithdrawn() {
        // given
        var referralId = Desk.accepted(RIVERSIDE, "2.1");
        var patientId = patientOf(RIVERSIDE, referralId);
        var agreed = today().minusDays(2);

        // when
        String id = agree(
                        patientId,
                        Map.of("agreedOn", agreed.toString(), "agreedBy", "PATIENT", "estimateReference", "GFE-1"))
                .statusCode(201)
                .header("ETag", equalTo("\"0\""))
                .body("inForce", equalTo(true))
                .extract()
                .path("id");

        // then
        settled(referralId, agreed.minusDays(1), false);
        settled(referralId, agreed, true);
        settled(referralId, today(), true);
        withdraw(patientId, id, "\"3\"", today()).statusCode(412);
        withdraw(patientId, id, "\"0\"", agreed.minusDays(1))
                .statusCode(422)
                .body("errors.pointer", contains("/withdrawnOn"));
        withdraw(patientId, id, "\"0\"", today().plusDays(2))
                .statusCode(422)
                .body("errors.pointer", contains("/withdrawnOn"));
        withdraw(patientId, id, "\"0\"", today())
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("inForce", equalTo(false));
        settled(referralId, today(), false);
        settled(referralId, today().minusDays(1), true);
        withdraw(patientId, id, "\"1\"", today()).statusCode(409).body("type", equalTo("/problems/self-pay-withdrawn"));
        Desk.clinician(RIVERSIDE)
                .get("/api/patients/{id}/self-pay-agreements", patientId)
                .then()
                .statusCode(200)
                .body("items.id", contains(id))
                .body("items[0].withdrawnOn", equalTo(today().toString()));
        Desk.clinician(RIVERSIDE)
                .get("/api/patients/{id}/self-pay-agreements/{a}", patientId, id)
                .then()
                .statusCode(200)
                .body("estimateReference", equalTo("GFE-1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /agreedOn          | {"agreedOn":"9999-12-31"}
            /agreedOn          | {"agreedOn":"2090-01-01"}
            /agreedOn          | {"agreedOn":null}
            /payerName         | {"agreedBy":"GUARDIAN"}
            /payerName         | {"agreedBy":"OTHER","payerName":""}
            /estimateReference | {"estimateReference":""}
            /estimateReference | {"estimateReference":null}
            """)
    void anAgreementThatCannotBeIsRefusedAtItsPlace(String pointer, String change) throws Exception {
        // given
        var request = merged(
                JSON.readTree("{\"agreedOn\":\"2026-01-05\",\"agreedBy\":\"PATIENT\",\"estimateReference\":\"GFE-1\"}"),
                JSON.readTree(change));

        // when
        var refused = agree(Desk.register(RIVERSIDE), request);

        // then
        refused.statusCode(422).body("errors.pointer", contains(pointer));
    }

    @Test
    void nothingIsKeptOfAPersonWhomNobodyKnows() {
        // given
        var nobody = UUID.randomUUID().toString();

        // then
        post(nobody, Desk.verification()).statusCode(404);
        agree(nobody, Map.of("agreedOn", "2026-01-05", "agreedBy", "PATIENT", "estimateReference", "GFE-1"))
                .statusCode(404);
        Desk.clinician(RIVERSIDE).get(PATH, nobody).then().statusCode(404);
        Desk.clinician(RIVERSIDE)
                .get("/api/patients/{id}/self-pay-agreements", nobody)
                .then()
                .statusCode(404);
    }

    @Test
    void aRetryWithTheSameKeyRecordsOnce() {
        // given
        var patientId = Desk.register(RIVERSIDE);
        var key = UUID.randomUUID().toString();
        var request = Desk.verification();

        // when
        String first = Desk.coordinator(RIVERSIDE)
                .header("Idempotency-Key", key)
                .body(request)
                .post(PATH, patientId)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String second = Desk.coordinator(RIVERSIDE)
                .header("Idempotency-Key", key)
                .body(request)
                .post(PATH, patientId)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // then
        assertThat(second).isEqualTo(first);
        Desk.coordinator(RIVERSIDE)
                .get(PATH, patientId)
                .then()
                .body("items", hasSize(1))
                .body("items.id", not(hasItem("")));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("America/New_York"));
    }

    private static void settled(String referralId, LocalDate startsOn, boolean met) {
        readiness(referralId, startsOn).body("gates.find { it.gate == 'BENEFITS_SETTLED' }.met", equalTo(met));
    }

    private static ValidatableResponse readiness(String referralId, LocalDate startsOn) {
        return Desk.coordinator(RIVERSIDE)
                .queryParam("startsOn", startsOn.toString())
                .get("/api/referrals/{id}/admission-readiness", referralId)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse agree(String patientId, Object request) {
        return Desk.coordinator(RIVERSIDE)
                .body(request)
                .post("/api/patients/{id}/self-pay-agreements", patientId)
                .then();
    }

    private static ValidatableResponse withdraw(String patientId, String id, String ifMatch, LocalDate on) {
        return Desk.coordinator(RIVERSIDE)
                .header("If-Match", ifMatch)
                .body(Map.of("withdrawnOn", on.toString()))
                .post("/api/patients/{id}/self-pay-agreements/{a}/withdrawal", patientId, id)
                .then();
    }

    private static ValidatableResponse overdue(String organization) {
        return Desk.clinician(organization)
                .get("/api/overdue-benefit-verifications")
                .then()
                .statusCode(200);
    }

    private static String recorded(String patientId, Object request) {
        return post(patientId, request).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse post(String patientId, Object request) {
        return post(RIVERSIDE, patientId, request);
    }

    private static ValidatableResponse post(String organization, String patientId, Object request) {
        return Desk.coordinator(organization)
                .body(request)
                .post(PATH, patientId)
                .then();
    }

    private static ValidatableResponse correct(String patientId, String id, String ifMatch) {
        var request = Desk.coordinator(RIVERSIDE).body(correction("ACTIVE"));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.post(PATH + "/{v}/corrections", patientId, id).then();
    }

    private static Map<String, Object> correction(String coverage) {
        var correction = Desk.verification();
        correction.remove("source");
        correction.put("coverage", coverage);
        return correction;
    }

    private static String patientOf(String organization, String referralId) {
        return Desk.coordinator(organization)
                .get("/api/referrals/{id}", referralId)
                .then()
                .statusCode(200)
                .extract()
                .path("patientId");
    }

    /** Applies a JSON merge patch (RFC 7396). */
    private static JsonNode merged(JsonNode target, JsonNode patch) {
        patch.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                ((ObjectNode) target).remove(change.getKey());
            } else if (change.getValue() instanceof ObjectNode inner
                    && target.get(change.getKey()) instanceof ObjectNode old) {
                merged(old, inner);
            } else {
                ((ObjectNode) target).set(change.getKey(), change.getValue());
            }
        });
        return target;
    }

    private static JsonNode withoutEmptyLists(JsonNode terms) throws Exception {
        var copy = (ObjectNode) JSON.readTree(terms.toString());
        copy.properties()
                .removeIf(
                        entry -> entry.getValue().isArray() && entry.getValue().isEmpty());
        return JSON.readTree(copy.toString());
    }
}
