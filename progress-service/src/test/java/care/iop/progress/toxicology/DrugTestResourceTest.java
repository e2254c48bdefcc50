package care.iop.progress.toxicology;

import static care.iop.progress.Clinic.LAKESIDE;
import static care.iop.progress.Clinic.RIVERSIDE;
import static care.iop.progress.Clinic.clinician;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import care.iop.progress.Clinic;
import care.iop.progress.Clinic.Client;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class DrugTestResourceTest {

    private static final String ALL = "/api/patients/{patientId}/drug-tests";
    private static final String ONE = ALL + "/{drugTestId}";

    @Inject
    Clock clock;

    @Inject
    Database database;

    private Client client;
    private Instant collected;

    @BeforeEach
    void admit() {
        client = Clinic.admit(RIVERSIDE);
        collected = clock.instant().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MICROS);
    }

    @Test
    void clinicianRecordsWhatWasFoundAndThePersonSeesIt() {
        // when
        var recorded = record(
                clinician(RIVERSIDE),
                collected,
                found("COCAINE", "NEGATIVE", false),
                found("BUPRENORPHINE", "POSITIVE", true),
                found("FENTANYL", "INCONCLUSIVE", false),
                found("METHADONE", "NOT_TESTED", false));

        // then
        var id = recorded.<String>path("id");
        recorded.then()
                .statusCode(201)
                .header("Location", endsWith("/drug-tests/" + id))
                .header("ETag", "\"1\"")
                .body("admissionId", equalTo(client.admissionId().toString()));
        client.asSelf()
                .get(ONE, client.patientId(), id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("collectedAt", equalTo(collected.toString()))
                .body("specimen", equalTo("URINE"))
                .body("kind", equalTo("POINT_OF_CARE_SCREEN"))
                .body("findings.analyte", contains("COCAINE", "BUPRENORPHINE", "FENTANYL", "METHADONE"))
                .body("findings.outcome", contains("NEGATIVE", "POSITIVE", "INCONCLUSIVE", "NOT_TESTED"))
                .body("findings.prescribed", contains(false, true, false, false))
                .body("recordedBy", notNullValue())
                .body("voidedAt", nullValue());
        assertThat(database.texts(
                        "select action from access_log where person_id = ? and resource = 'DrugTest' order by at",
                        client.patientId()))
                .containsExactly("WRITE", "READ");
    }

    @Test
    void sameKeyRecordsOnce() {
        // given
        var key = UUID.randomUUID().toString();

        // when
        for (int sent = 0; sent < 2; sent++) {
            record(clinician(RIVERSIDE).header("Idempotency-Key", key), collected, found("COCAINE", "NEGATIVE", false))
                    .then()
                    .statusCode(201);
        }

        // then
        list(client.asSelf()).then().body("items", hasSize(1));
    }

    @Test
    void listGoesPageByPageInTheOrderOfRecordingAndIsAudited() {
        // given
        var first = record("COCAINE", "NEGATIVE");
        var second = record("COCAINE", "POSITIVE");

        // when
        var page = clinician(RIVERSIDE).queryParam("limit", 1).get(ALL, client.patientId());

        // then
        page.then().statusCode(200).body("items.id", contains(first));
        clinician(RIVERSIDE)
                .queryParam("limit", 1)
                .queryParam("after", page.header("Link").replaceAll(".*after=([^&>]+).*", "$1"))
                .get(ALL, client.patientId())
                .then()
                .statusCode(200)
                .body("items.id", contains(second));
        assertThat(database.number(
                        "select count(*) from access_log where person_id = ? and resource = 'DrugTest' and action = 'READ'",
                        client.patientId()))
                .isEqualTo(2);
    }

    @Test
    void positiveRaisesNoAlert() {
        // when
        record("FENTANYL", "POSITIVE");

        // then
        clinician(RIVERSIDE)
                .queryParam("patientId", client.patientId())
                .get("/api/alerts")
                .then()
                .body("items", empty());
    }

    @Test
    void voidResultIsKeptWithWhoAndWhy() {
        // given
        var id = record("COCAINE", "POSITIVE");

        // when, then
        makeVoid(id, "WRONG_PERSON", null).then().statusCode(428);
        makeVoid(id, "WRONG_PERSON", "\"7\"").then().statusCode(412);
        makeVoid(id, "BORED", "\"1\"").then().statusCode(400);
        makeVoid(id, "WRONG_PERSON", "\"1\"")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("voidedAt", notNullValue())
                .body("voidedBy", notNullValue())
                .body("voidReason", equalTo("WRONG_PERSON"));
        makeVoid(id, "OTHER", "\"2\"").then().statusCode(409).body("type", equalTo("/problems/drug-test-voided"));
        list(client.asSelf())
                .then()
                .body("items.voidReason", contains("WRONG_PERSON"))
                .body("items[0].findings.outcome", contains("POSITIVE"));
        assertThat(database.number(
                        "select count(*) from access_log where person_id = ? and resource = 'DrugTest' and action = 'WRITE'",
                        client.patientId()))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"PT4M, 201", "PT1H, 422", "-P365D, 201", "-P367D, 422"})
    void timesAheadAndLongAgoAreRefused(Duration fromNow, int status) {
        // when, then
        record(clinician(RIVERSIDE), clock.instant().plus(fromNow), found("COCAINE", "NEGATIVE", false))
                .then()
                .statusCode(status);
    }

    @Test
    void whatIsUnclearIsRefused() {
        // when
        var twice = record(
                clinician(RIVERSIDE),
                collected,
                found("COCAINE", "NEGATIVE", false),
                found("COCAINE", "POSITIVE", false));
        var nothing = record(clinician(RIVERSIDE), collected, found("COCAINE", "NOT_TESTED", false));
        var unknown = record(clinician(RIVERSIDE), collected, found("COFFEE", "POSITIVE", false));
        var unsaid = record(clinician(RIVERSIDE), collected, found("COCAINE", "POSITIVE", null));
        var empty = record(clinician(RIVERSIDE), collected);

        // then
        twice.then().statusCode(422).body("errors.pointer", contains("/findings/1/analyte"));
        nothing.then().statusCode(422).body("errors.pointer", contains("/findings"));
        unknown.then().statusCode(400);
        unsaid.then().statusCode(422);
        empty.then().statusCode(422);
        list(client.asSelf()).then().body("items", empty());
    }

    @Test
    void onlyAClinicianOfTheOrganizationRecordsAndVoids() {
        // given
        var id = record("COCAINE", "POSITIVE");

        // when, then
        record(client.asSelf(), collected, found("COCAINE", "NEGATIVE", false))
                .then()
                .statusCode(403);
        record(clinician(LAKESIDE), collected, found("COCAINE", "NEGATIVE", false))
                .then()
                .statusCode(404);
        client.asSelf()
                .header("If-Match", "*")
                .body(Map.of("reason", "OTHER"))
                .post(ONE + "/void", client.patientId(), id)
                .then()
                .statusCode(403);
        clinician(LAKESIDE)
                .header("If-Match", "*")
                .body(Map.of("reason", "OTHER"))
                .post(ONE + "/void", client.patientId(), id)
                .then()
                .statusCode(404);
        list(client.asSelf()).then().body("items.id", contains(id)).body("items[0].voidedAt", nullValue());
    }

    @Test
    void anothersTestReadsAsAbsent() {
        // given
        var id = record("COCAINE", "POSITIVE");
        var other = Clinic.admit(RIVERSIDE);

        // when, then
        other.asSelf().get(ALL, client.patientId()).then().statusCode(404);
        other.asSelf().get(ONE, client.patientId(), id).then().statusCode(404);
        other.asSelf().get(ONE, other.patientId(), id).then().statusCode(404);
        clinician(RIVERSIDE).get(ONE, other.patientId(), id).then().statusCode(404);
        clinician(LAKESIDE).get(ONE, client.patientId(), id).then().statusCode(404);
        clinician(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("reason", "OTHER"))
                .post(ONE + "/void", other.patientId(), id)
                .then()
                .statusCode(404);
        clinician(RIVERSIDE).get(ALL, UUID.randomUUID()).then().statusCode(404);
    }

    /** A finding as it is sent; {@code null} where nothing is said. */
    private record Found(String analyte, String outcome, Boolean prescribed) {}

    private static Found found(String analyte, String outcome, Boolean prescribed) {
        return new Found(analyte, outcome, prescribed);
    }

    private String record(String analyte, String outcome) {
        return record(clinician(RIVERSIDE), collected, found(analyte, outcome, false))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response record(RequestSpecification by, Instant collectedAt, Found... findings) {
        return by.body(Map.of(
                        "collectedAt",
                        collectedAt.toString(),
                        "specimen",
                        "URINE",
                        "kind",
                        "POINT_OF_CARE_SCREEN",
                        "findings",
                        List.of(findings)))
                .post(ALL, client.patientId());
    }

    private Response makeVoid(String id, String reason, String tag) {
        var request = clinician(RIVERSIDE).body(Map.of("reason", reason));
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return request.post(ONE + "/void", client.patientId(), id);
    }

    private Response list(RequestSpecification by) {
        return by.get(ALL, client.patientId());
    }
}
