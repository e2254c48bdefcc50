package care.iop.chassis.bakery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import care.iop.chassis.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every service's HTTP face owes to the chassis. */
@BakeryTest
class HttpTest {

    private static final UUID CUSTOMER = UUID.fromString("0195c3a0-0000-7000-8000-000000000001");

    @Inject
    DataSource database;

    private static RequestSpecification baker() {
        return given().auth().oauth2(TestTokens.bearer("north", "baker")).contentType(ContentType.JSON);
    }

    private static String loaf(String name) {
        return "{\"customerId\":\"" + CUSTOMER + "\",\"name\":\"" + name + "\",\"grams\":750}";
    }

    private static String unique() {
        return "loaf " + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String bake(String name) {
        return baker().body(loaf(name))
                .post("/api/loaves")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void createdAnswersWithLocationAndStrongETag() {
        baker().body(loaf(unique()))
                .post("/api/loaves")
                .then()
                .statusCode(201)
                .header("Location", containsString("/bakery/api/loaves/"))
                .header("ETag", "\"0\"")
                .header("X-Request-Id", notNullValue());
    }

    @Test
    void withoutTokenIs401Problem() {
        given().get("/api/loaves")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", equalTo("/problems/unauthenticated"));
    }

    @Test
    void tokensOfAnotherKeyAudienceIssuerOrTimeAre401() {
        for (var token : List.of(
                TestTokens.expired("north", "baker"),
                TestTokens.wrongAudience("north", "baker"),
                TestTokens.wrongIssuer("north", "baker"),
                TestTokens.wrongKey("north", "baker"),
                "not-a-token")) {
            given().auth()
                    .oauth2(token)
                    .get("/api/loaves")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/unauthenticated"));
        }
    }

    @Test
    void tokenThatWasVerifiedIsTakenAgainAndItsForgeryIsNot() {
        // given
        var token = TestTokens.bearer("north", "baker");
        given().auth().oauth2(token).get("/api/loaves").then().statusCode(200);

        // when
        var again = given().auth().oauth2(token).get("/api/loaves").statusCode();
        var forged = given().auth()
                .oauth2(token.substring(0, token.lastIndexOf('.') + 1) + "AAAA")
                .get("/api/loaves")
                .statusCode();

        // then
        assertThat(again).isEqualTo(200);
        assertThat(forged).isEqualTo(401);
    }

    @Test
    void withoutTheRoleIs403Problem() {
        given().auth()
                .oauth2(TestTokens.bearer("north", "customer"))
                .get("/api/loaves")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/forbidden"));
    }

    @Test
    void tokenWithoutOrganizationHasNoRole() {
        given().auth()
                .oauth2(TestTokens.withoutOrganization("baker"))
                .get("/api/loaves")
                .then()
                .statusCode(403);
    }

    @Test
    void systemScopeCountsAsRole() {
        given().auth()
                .oauth2(TestTokens.system("north", "system/Loaf.c"))
                .contentType(ContentType.JSON)
                .body(loaf(unique()))
                .post("/api/loaves")
                .then()
                .statusCode(201);
    }

    @Test
    void operationWithoutAnnotationIsDeniedToEverybody() {
        baker().get("/api/loaves/oven").then().statusCode(403);
    }

    @Test
    void anotherTenantSeesNothing() {
        var id = bake(unique());
        var other = TestTokens.bearer("south", "baker");
        given().auth().oauth2(other).get("/api/loaves/" + id).then().statusCode(404);
        given().auth()
                .oauth2(other)
                .get("/api/loaves?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(id)));
        given().auth()
                .oauth2(other)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"grams\":1}")
                .put("/api/loaves/" + id)
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"grams\":\"750\"}|/grams|a whole number",
                "{\"grams\":7.5}|/grams|a whole number",
                "{\"customerId\":\"x\"}|/customerId|a UUID",
                "{\"flour\":\"OAT\"}|/flour|RYE, WHEAT",
                "{\"flour\":0}|/flour|RYE, WHEAT",
                "{\"bakedOn\":\"31.1.2026\"}|/bakedOn|2026-01-31",
                "{\"bakedOn\":\"+10000-01-01\"}|/bakedOn|2026-01-31",
                "{\"bakedOn\":\"0000-12-31\"}|/bakedOn|2026-01-31",
                "{\"bakedOn\":20260131}|/bakedOn|2026-01-31",
                "{\"toppings\":[{\"name\":5}]}|/toppings/0/name|a text",
                "{\"name\":\"a\\u0000b\"}|/name|U+0000",
                "{\"name\":\"a\\ud800b\"}|/name|surrogate",
            })
    void valueOfWrongFormIs400AtItsPointer(String body, String pointer, String advice) {
        baker().body(body)
                .post("/api/loaves")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-request"))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString(advice));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"grams\":1,\"grams\":2}", "{} {}", "\"text\""})
    void bodyThatIsNotTheObjectIsRefused(String body) {
        var status = baker().body(body).post("/api/loaves").then().extract().statusCode();
        assertThat(status).isIn(400, 422);
    }

    @Test
    void unknownFieldIsNamed() {
        baker().body("{\"grams\":750,\"gramms\":750}")
                .post("/api/loaves")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/unknown-field"))
                .body("errors[0].pointer", equalTo("/gramms"))
                .body("errors[0].detail", containsString("grams"));
    }

    @Test
    void brokenRulesAre422AtTheirPointers() {
        baker().body("{\"name\":\"\",\"grams\":5001,\"toppings\":[{\"name\":\"salt\"},{\"name\":\"\"}]}")
                .post("/api/loaves")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-value"))
                .body("errors.pointer", contains("/customerId", "/grams", "/name", "/toppings/1/name"));
    }

    @Test
    void unknownParameterIs400BecauseItCouldWidenTheAnswer() {
        baker().get("/api/loaves?nmae=rye")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/unknown-parameter"))
                .body("errors[0].pointer", equalTo("nmae"))
                .body("errors[0].detail", containsString("after, customerId, limit"));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=many,limit,a whole number",
        "limit=99999999999,limit,a whole number",
        "limit=,limit,a whole number",
        "customerId=1,customerId,a UUID",
    })
    void parameterThatCanNotBeReadIs400NotAbsence(String query, String parameter, String advice) {
        baker().get("/api/loaves?" + query)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-request"))
                .body("errors[0].pointer", equalTo(parameter))
                .body("errors[0].detail", containsString(advice));
    }

    @Test
    void unknownPathAndMisshapenIdentifierAre404Problems() {
        baker().get("/api/cakes").then().statusCode(404).contentType("application/problem+json");
        baker().get("/api/loaves/not-a-uuid").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void otherMethodMediaTypeAndAcceptAreProblems() {
        baker().delete("/api/loaves").then().statusCode(405).contentType("application/problem+json");
        baker().contentType("text/plain")
                .body("x")
                .post("/api/loaves")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void failureOfOursIs500WithoutItsDetail() {
        baker().get("/api/loaves/burnt")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("instance", startsWith("urn:request:"))
                .body("detail", not(containsString("oven")));
    }

    @Test
    void databaseThatIsLostAtTheCommitIs503AndTheKeyCanBeSentAgain() throws Exception {
        // given: the session ends when the row is about to be committed
        execute("""
                create function end_session() returns trigger language plpgsql as
                $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$""");
        execute("""
                create constraint trigger session_ends after insert on loaf deferrable initially deferred
                for each row when (new.name like 'lost %') execute function end_session()""");
        var name = "lost " + unique();
        var key = UUID.randomUUID().toString();
        try {
            // when
            baker().header("Idempotency-Key", key)
                    .body(loaf(name))
                    .post("/api/loaves")
                    // then
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("/problems/temporarily-unavailable"));
        } finally {
            execute("drop function end_session() cascade");
        }
        baker().header("Idempotency-Key", key)
                .body(loaf(name))
                .post("/api/loaves")
                .then()
                .statusCode(201);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void bodyAboveTheLimitIs413() {
        baker().body(loaf("x".repeat(1_100_000))).post("/api/loaves").then().statusCode(413);
    }

    @Test
    void fhirPathsAnswerOperationOutcomes() {
        baker().get("/fhir/Substance/1")
                .then()
                .statusCode(404)
                .contentType("application/fhir+json")
                .body("resourceType", equalTo("OperationOutcome"))
                .body("issue[0].severity", equalTo("error"))
                .body("issue[0].code", equalTo("not-found"));
        given().get("/fhir/Substance/1")
                .then()
                .statusCode(401)
                .contentType("application/fhir+json")
                .body("issue[0].code", equalTo("login"));
    }

    @Test
    void uniqueViolationIs409() {
        var name = unique();
        bake(name);
        baker().body(loaf(name)).post("/api/loaves").then().statusCode(409).body("type", equalTo("/problems/conflict"));
    }

    @Test
    void updateNeedsTheVersionThatWasRead() {
        var id = bake(unique());
        baker().body("{\"grams\":10}")
                .put("/api/loaves/" + id)
                .then()
                .statusCode(428)
                .body("type", equalTo("/problems/precondition-required"));
        baker().body("{\"grams\":10}")
                .header("If-Match", "\"7\"")
                .put("/api/loaves/" + id)
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/stale-version"));
        baker().body("{\"grams\":10}")
                .header("If-Match", "\"0\"")
                .put("/api/loaves/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        baker().get("/api/loaves/" + id).then().header("ETag", "\"1\"").body("grams", equalTo(10));
    }

    @Test
    void ofManyUpdatesOfOneVersionOneWins() throws Exception {
        var id = bake(unique());
        var statuses = together(16, () -> baker().body("{\"grams\":20}")
                .header("If-Match", "\"0\"")
                .put("/api/loaves/" + id)
                .statusCode());
        assertThat(statuses).filteredOn(s -> s == 200).hasSize(1);
        assertThat(statuses).filteredOn(s -> s != 200).hasSize(15).allMatch(s -> s == 412 || s == 409);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        var south = TestTokens.bearer("paging", "baker");
        var baked = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            baked.add(given().auth()
                    .oauth2(south)
                    .contentType(ContentType.JSON)
                    .body(loaf(unique()))
                    .post("/api/loaves")
                    .path("id"));
        }
        var seen = new ArrayList<String>();
        var next = "/bakery/api/loaves?limit=3";
        while (next != null) {
            var page = given().auth().oauth2(south).basePath("").get(next);
            assertThat(page.statusCode()).isEqualTo(200);
            seen.addAll(page.jsonPath().getList("items.id"));
            var link = page.header("Link");
            next = link == null ? null : link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        }
        assertThat(seen).containsExactlyElementsOf(baked);
    }

    @ParameterizedTest
    @CsvSource({"limit=0,limit", "limit=201,limit", "after=%%%25,after", "after=abc,after"})
    void pageOutOfRangeIs422(String query, String parameter) {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(TestTokens.bearer("north", "baker"))
                .get("/api/loaves?" + query.replace("%%%25", "%25%25"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(parameter));
    }

    @Test
    void sameKeyAnswersTheSameAndActsOnce() {
        var key = UUID.randomUUID().toString();
        var body = loaf(unique());
        var first = baker().header("Idempotency-Key", key).body(body).post("/api/loaves");
        var second = baker().header("Idempotency-Key", key)
                .body(body.replace(",", " ,\n"))
                .post("/api/loaves");
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body().asString()).isEqualTo(first.body().asString());
        assertThat(first.contentType()).startsWith("application/json");
        assertThat(second.contentType()).startsWith("application/json");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void sameKeyWithAnotherBodyIs422() {
        var key = UUID.randomUUID().toString();
        baker().header("Idempotency-Key", key)
                .body(loaf(unique()))
                .post("/api/loaves")
                .then()
                .statusCode(201);
        baker().header("Idempotency-Key", key)
                .body(loaf(unique()))
                .post("/api/loaves")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
    }

    @Test
    void keysOfDifferentCallersAreDifferent() {
        var key = UUID.randomUUID().toString();
        var other = TestTokens.bearerAs("another-baker", "north", "baker");
        baker().header("Idempotency-Key", key)
                .body(loaf(unique()))
                .post("/api/loaves")
                .then()
                .statusCode(201);
        given().auth()
                .oauth2(other)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(loaf(unique()))
                .post("/api/loaves")
                .then()
                .statusCode(201);
    }

    @Test
    void aRefusedRequestDoesNotUseItsKeyUp() {
        var key = UUID.randomUUID().toString();
        baker().header("Idempotency-Key", key)
                .body("{\"grams\":0}")
                .post("/api/loaves")
                .then()
                .statusCode(422);
        baker().header("Idempotency-Key", key)
                .body(loaf(unique()))
                .post("/api/loaves")
                .then()
                .statusCode(201);
    }

    @Test
    void manyRequestsWithOneKeyAtOnceActOnce() throws Exception {
        var key = UUID.randomUUID().toString();
        var body = "{\"customerId\":\"" + CUSTOMER + "\",\"name\":\"" + unique() + "\",\"grams\":750}";
        var ids = together(16, () -> baker().header("Idempotency-Key", key)
                .body(body)
                .post("/api/loaves")
                .<String>path("id"));
        assertThat(ids).doesNotContainNull().hasSize(16);
        assertThat(ids.stream().distinct()).hasSize(1);
    }

    @Test
    void storedAnswersAreClearedAwayOnceTheyAreOld() throws Exception {
        // given
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into idempotency_key (organization_id, caller, key, request_hash, status, created_at) values
                      ('north', 'old', '8 days', 'x', 201, now() - interval '8 days'),
                      ('north', 'old', '6 days', 'x', 201, now() - interval '6 days')
                    """);
        }
        // when
        baker().header("Idempotency-Key", UUID.randomUUID().toString())
                .body(loaf(unique()))
                .post("/api/loaves")
                .then()
                .statusCode(201);
        // then
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select string_agg(key, ',') from idempotency_key where caller = 'old'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("6 days");
        }
    }

    @Test
    void everyAccessIsInTheLogWithWhoWhatWhyAndWhen() throws Exception {
        var id = given().auth()
                .oauth2(TestTokens.bearerAs("casey", "north", "baker"))
                .contentType(ContentType.JSON)
                .header("Purpose-Of-Use", "HOPERAT")
                .header("X-Request-Id", "request-17")
                .body(loaf(unique()))
                .post("/api/loaves")
                .<String>path("id");
        given().auth()
                .oauth2(TestTokens.bearerAs("robin", "north", "customer"))
                .get("/api/loaves/" + id)
                .then()
                .statusCode(200);
        assertThat(accesses(id))
                .containsExactly(
                        "casey|baker|WRITE|Loaf|" + CUSTOMER + "|HOPERAT|POST LoafResource#bake|request-17",
                        "robin|customer|READ|Loaf|" + CUSTOMER + "|TREAT|GET LoafResource#get|");
    }

    @Test
    void purposeThatIsNotKnownIsRefused() {
        baker().header("Purpose-Of-Use", "CURIOSITY").get("/api/loaves").then().statusCode(400);
    }

    @Test
    void accessLogCanNotBeChanged() throws Exception {
        bake(unique());
        for (var sql : List.of("update access_log set actor = 'x'", "delete from access_log", "truncate access_log")) {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                var failure = org.junit.jupiter.api.Assertions.assertThrows(
                        SQLException.class, () -> statement.execute(sql), sql);
                assertThat(failure.getMessage()).contains("append-only");
            }
        }
    }

    private List<String> accesses(String resourceId) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select actor, roles, action, resource, person_id, purpose, operation, request_id from access_log"
                                + " where resource_id = ?::uuid and at > now() - interval '1 minute' order by id")) {
            select.setString(1, resourceId);
            var rows = new ArrayList<String>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var request = row.getString(8);
                    rows.add(String.join(
                            "|",
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            request.startsWith("request-") ? request : ""));
                }
            }
            return rows;
        }
    }

    private static <T> List<T> together(int threads, Callable<T> request) throws Exception {
        var gate = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var futures = new ArrayList<java.util.concurrent.Future<T>>();
            for (int i = 0; i < threads; i++) {
                futures.add(pool.submit(() -> {
                    gate.await();
                    return request.call();
                }));
            }
            gate.countDown();
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
