package care.iop.intake.fhir;

import static care.iop.intake.Desk.LAKESIDE;
import static care.iop.intake.Desk.RIVERSIDE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import care.iop.chassis.testing.TestTokens;
import care.iop.intake.AtOnce;
import care.iop.intake.Database;
import care.iop.intake.Desk;
import care.iop.intake.IntakeRoles;
import care.iop.intake.ServiceTest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class ServiceRequestCreateTest {

    @Inject
    Database database;

    private static Response post(String organization, String body) {
        return Desk.json(TestTokens.system(organization, IntakeRoles.SENDS_REFERRALS))
                .contentType(Bundles.FHIR_JSON)
                .body(body)
                .post("/fhir/ServiceRequest");
    }

    private static Response conditionally(String header, String body) {
        return Desk.json(TestTokens.system(RIVERSIDE, IntakeRoles.SENDS_REFERRALS))
                .contentType(Bundles.FHIR_JSON)
                .header("If-None-Exist", header)
                .body(body)
                .post("/fhir/ServiceRequest");
    }

    private static String idOf(Response taken) {
        var location = taken.header("Location");
        assertThat(location).contains("/fhir/ServiceRequest/");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static Consumer<ObjectNode> order(String value) {
        return request -> ((ObjectNode) request.path("identifier").path(0)).put("value", value);
    }

    private static String newOrder() {
        return "ORD-" + UUID.randomUUID();
    }

    @Test
    void aRequestWithItsPersonIsAReferral() {
        // when
        var sent = post(RIVERSIDE, SentRequests.of(request -> {}));

        // then
        sent.then()
                .statusCode(201)
                .contentType(Bundles.FHIR_JSON)
                .body("resourceType", equalTo("OperationOutcome"))
                .body("issue[0].details.text", startsWith("2 of 2 entries were taken."))
                .body("issue[0].details.text", endsWith(idOf(sent)));
        Desk.coordinator(RIVERSIDE)
                .get("/api/referrals/{id}", idOf(sent))
                .then()
                .statusCode(200)
                .body("source", equalTo("EHR"))
                .body("urgency", equalTo("URGENT"))
                .body("status", equalTo("RECEIVED"))
                .body("reason", equalTo("Relapse after residential treatment"));
    }

    @Test
    void theSameRequestAgainIsTheOneThatIsThere() {
        // given
        var body = SentRequests.of(request -> {});
        var first = post(RIVERSIDE, body);
        var before = everything();

        // when
        var again = post(RIVERSIDE, body);

        // then
        again.then().statusCode(200);
        assertThat(idOf(again)).isEqualTo(idOf(first));
        assertThat(everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConditionThatNamesTheRequestsOwnIdentifierIsMetOnce(boolean encoded) {
        // given
        var order = newOrder();
        var body = SentRequests.of(order(order));
        var token = SentRequests.ORDERS + "|" + order;
        var header = "identifier=" + (encoded ? URLEncoder.encode(token, StandardCharsets.UTF_8) : token);

        // when
        var first = conditionally(header, body);
        var again = conditionally(header, body);

        // then
        first.then().statusCode(201);
        again.then().statusCode(200);
        assertThat(idOf(again)).isEqualTo(idOf(first));
    }

    @Test
    void whatCameInABundleIsRecognized() {
        // given
        var order = newOrder();
        var bundle = Bundles.person().with(Bundles.request()).changeResource(1, order(order));
        var sent = Bundles.send(RIVERSIDE, bundle);
        var mrn = database.rows(
                        "select value from patient_identifier where patient_id = ?", UUID.fromString(sent.patientId()))
                .get(0);

        // when
        var again = conditionally(
                "identifier=" + SentRequests.ORDERS + "|" + order,
                SentRequests.of(order(order).andThen(request -> ((ObjectNode)
                                SentRequests.person(request).path("identifier").path(0))
                        .put("value", mrn))));

        // then
        again.then().statusCode(200);
        assertThat(idOf(again)).isEqualTo(sent.referralId());
    }

    @Test
    void oneWhoIsKnownIsAnsweredLikeOneWhoIsNew() {
        // given
        var known = SentRequests.of(request -> {});
        post(RIVERSIDE, known).then().statusCode(201);

        // when
        var ofKnown = post(RIVERSIDE, known.replaceFirst("ORD-", "ORD-2-"));
        var ofNew = post(RIVERSIDE, SentRequests.of(request -> {}));

        // then
        assertThat(ofKnown.statusCode()).isEqualTo(201).isEqualTo(ofNew.statusCode());
        assertThat(ofKnown.asString().replace(idOf(ofKnown), "ID"))
                .isEqualTo(ofNew.asString().replace(idOf(ofNew), "ID"));
        assertThat(headers(ofKnown)).isEqualTo(headers(ofNew));
    }

    private static List<String> headers(Response response) {
        return response.headers().asList().stream()
                .filter(header -> !List.of("X-Request-Id", "Date").contains(header.getName()))
                .map(header -> header.toString().replace(idOf(response), "ID"))
                .sorted()
                .toList();
    }

    @Test
    void aContainedCoverageIsTakenOnceWhateverTheContainedPatientIsCalled() {
        // given
        var order = newOrder();
        var body = SentRequests.of(order(order).andThen(request -> {
            var coverage = request.withArray("contained").addObject();
            coverage.put("resourceType", "Coverage").put("id", "plan").put("status", "active");
            coverage.putObject("beneficiary").put("reference", "#person");
            coverage.putArray("payor").addObject().put("display", "Example Health Plan");
            coverage.putObject("type").put("text", "PPO");
            coverage.put("subscriberId", "MEM-0001");
            coverage.putObject("period").put("start", "2026-01-01");
            request.withArray("contained")
                    .addObject()
                    .put("resourceType", "Practitioner")
                    .put("id", "requester");
        }));

        // when
        var first = post(RIVERSIDE, body);
        var again = post(RIVERSIDE, body.replace("\"person\"", "\"p1\"").replace("#person", "#p1"));

        // then
        first.then()
                .statusCode(201)
                .body("issue[0].details.text", startsWith("3 of 4 entries were taken."))
                .body("issue.details.text", hasItem("Practitioner: 1 not taken, not kept by this service"));
        again.then().statusCode(200);
        Desk.clinician(RIVERSIDE)
                .get("/api/referrals/{id}/insurance-policies", idOf(first))
                .then()
                .body("items.payer", equalTo(List.of("Example Health Plan")));
    }

    @Test
    void theRequestOfAnotherOrganizationIsNotOurs() {
        // given
        var body = SentRequests.of(request -> {});
        var riverside = post(RIVERSIDE, body);

        // when
        var lakeside = post(LAKESIDE, body);

        // then
        lakeside.then().statusCode(201);
        assertThat(idOf(lakeside)).isNotEqualTo(idOf(riverside));
        Desk.coordinator(LAKESIDE)
                .get("/api/referrals/{id}", idOf(riverside))
                .then()
                .statusCode(404);
    }

    @Test
    void anIdentifierOfSomebodyBornOnAnotherDayIsAConflict() {
        // given
        var body = SentRequests.of(request -> {});
        post(RIVERSIDE, body).then().statusCode(201);

        // when
        var other = post(RIVERSIDE, body.replace("1988-04-17", "1988-04-18"));

        // then
        other.then().statusCode(409).body("issue.details.coding.code.flatten()", hasItem("identity-conflict"));
    }

    @Test
    void aBodyOfJustOneMebibyteIsTaken() {
        // given
        var body = SentRequests.of(request -> {});

        // when
        var sent = post(RIVERSIDE, body + " ".repeat(1024 * 1024 - body.length()));

        // then
        sent.then().statusCode(201);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("no JSON", "{", 400, null),
                Arguments.of(
                        "a key twice",
                        "{\"resourceType\": \"ServiceRequest\", \"resourceType\": \"Patient\"}",
                        400,
                        null),
                Arguments.of("too large", " ".repeat(1024 * 1024 + 1), 413, null),
                Arguments.of("another type", "{\"resourceType\": \"Patient\"}", 422, "ServiceRequest.resourceType"),
                changed("a laboratory order", "ServiceRequest.category", request -> ((ObjectNode)
                                request.path("category").path(0).path("coding").path(0))
                        .put("code", "108252007")),
                changed("no identifier", "ServiceRequest.identifier", request -> request.remove("identifier")),
                changed("an identifier without system", "ServiceRequest.identifier", request -> ((ObjectNode)
                                request.path("identifier").path(0))
                        .remove("system")),
                changed("nobody", "ServiceRequest.contained", request -> request.remove("contained")),
                changed("a person without id", "ServiceRequest.contained", request -> SentRequests.person(request)
                        .remove("id")),
                changed("two persons", "ServiceRequest.contained", request -> request.withArray("contained")
                        .add(SentRequests.person(request).deepCopy())),
                changed("somebody else as subject", "ServiceRequest.subject", request -> request.withObject("/subject")
                        .put("reference", "#other")),
                changed("a record here as subject", "ServiceRequest.subject", request -> request.withObject("/subject")
                        .put("reference", "Patient/" + UUID.randomUUID())),
                changed("a revoked request", "ServiceRequest.status", request -> request.put("status", "revoked")),
                changed("an unknown element", "ServiceRequest.urgency", request -> request.put("urgency", "high")),
                changed(
                        "a person without birth date",
                        "ServiceRequest.contained[0].birthDate",
                        request -> SentRequests.person(request).remove("birthDate")),
                changed(
                        "an unknown element of the person",
                        "ServiceRequest.contained[0].nickname",
                        request -> SentRequests.person(request).put("nickname", "Ave")));
    }

    private static Arguments changed(String why, String expression, Consumer<ObjectNode> change) {
        return Arguments.of(why, SentRequests.of(change), 422, expression);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatCannotBeTakenIsRefusedByItsElementAndNothingIsStored(
            String why, String body, int status, String expression) {
        // given
        var before = everything();

        // when
        var answer = post(RIVERSIDE, body);

        // then
        answer.then().statusCode(status).body("resourceType", equalTo("OperationOutcome"));
        if (expression != null) {
            answer.then().body("issue.expression.flatten()", hasItem(expression));
        }
        assertThat(answer.asString()).doesNotContain("Avery", "1988-04", "MRN-", "ORD-");
        assertThat(everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identifier=https://hospital.example.org/orders|ANOTHER",
                "identifier=ORD-1",
                "identifier=%zz",
                "identifier=https://hospital.example.org/orders|ORD-1&status=active",
                "status=active",
                "x"
            })
    void aConditionThatIsNotTheRequestsOwnIsRefused(String header) {
        // given
        var before = everything();

        // when
        var answer = conditionally(header, SentRequests.of(order("ORD-1")));

        // then
        answer.then().statusCode(422).body("issue.expression.flatten()", hasItem(containsString("If-None-Exist")));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void ofTwoIdentifiersTheFirstInOrderIsTheCondition() {
        // given
        var order = newOrder();
        var body = SentRequests.of(order(order).andThen(request -> request.withArray("identifier")
                .addObject()
                .put("system", "https://filler.example.org/orders")
                .put("value", order)));

        // when
        var second = conditionally("identifier=" + SentRequests.ORDERS + "|" + order, body);
        var first = conditionally("identifier=https://filler.example.org/orders|" + order, body);

        // then
        second.then().statusCode(422);
        first.then().statusCode(201);
    }

    @Test
    void aMachineThatMayOnlyReadAndWhoeverIsNotSignedInAreRefused() {
        // given
        var body = SentRequests.of(request -> {});
        var before = everything();

        // when, then
        Desk.json(TestTokens.system(RIVERSIDE, "system/ServiceRequest.rs"))
                .contentType(Bundles.FHIR_JSON)
                .body(body)
                .post("/fhir/ServiceRequest")
                .then()
                .statusCode(403);
        Desk.coordinator(RIVERSIDE)
                .contentType(Bundles.FHIR_JSON)
                .body(body)
                .post("/fhir/ServiceRequest")
                .then()
                .statusCode(403);
        given().contentType(Bundles.FHIR_JSON)
                .body(body)
                .post("/fhir/ServiceRequest")
                .then()
                .statusCode(401);
        assertThat(everything()).isEqualTo(before);
    }

    @RepeatedTest(3)
    void theSameRequestTwiceAtOnceIsStoredOnce() throws Exception {
        // given
        var body = SentRequests.of(request -> {});

        // when
        var answers = AtOnce.twice(() -> post(RIVERSIDE, body));

        // then
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 200);
        assertThat(answers).extracting(ServiceRequestCreateTest::idOf).containsOnly(idOf(answers.get(0)));
    }

    private List<String> everything() {
        return Stream.of("patient", "patient_identifier", "referral", "screening_result", "insurance_policy")
                .flatMap(table -> database.rows("select * from " + table + " order by organization_id, id").stream())
                .toList();
    }
}
