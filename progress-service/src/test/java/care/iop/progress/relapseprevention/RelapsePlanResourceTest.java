package care.iop.progress.relapseprevention;

import static care.iop.progress.Clinic.RIVERSIDE;
import static care.iop.progress.Clinic.clinician;
import static care.iop.progress.relapseprevention.Plans.PLAN;
import static care.iop.progress.relapseprevention.Plans.VERSIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import care.iop.progress.Clinic;
import care.iop.progress.Clinic.Client;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class RelapsePlanResourceTest {

    @Inject
    Database database;

    private Client client;

    @BeforeEach
    void admit() {
        client = Clinic.admit(RIVERSIDE);
    }

    @Test
    void whatThePersonWritesCountsAtOnce() {
        // when
        var id = Plans.write(client, "NOTICE");

        // then
        client.asSelf()
                .get(PLAN, client.patientId())
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("id", equalTo(id))
                .body("number", equalTo(1))
                .body("writtenByClient", equalTo(true))
                .body("agreedAt", notNullValue())
                .body("reviewedAt", nullValue())
                .body("content.warningSigns.key", contains("strong-craving", "alone"))
                .body("content.copingSteps[1].minutes", equalTo(15))
                .body("content.contacts[0].reach", equalTo("Call 555-0100"))
                .body("content.meetings[0].day", equalTo("TUESDAY"))
                .body("crisisSupport.message", containsString("988"));
        assertThat(audited("WRITE")).isEqualTo(1);
        assertThat(audited("READ")).isEqualTo(1);
    }

    @Test
    void whatAClinicianWritesCountsWhenThePersonAgrees() {
        // given
        var own = Plans.write(client, "NOTICE");
        var proposed = clinician(RIVERSIDE)
                .body(Plans.basedOn(own, "ALERT"))
                .post(VERSIONS, client.patientId())
                .then()
                .statusCode(201)
                .body("number", equalTo(2))
                .body("agreedAt", nullValue())
                .body("reviewedAt", notNullValue())
                .extract()
                .<String>path("id");
        clinician(RIVERSIDE).get(PLAN, client.patientId()).then().body("id", equalTo(own));

        // when
        agree(proposed, "\"1\"").then().statusCode(200).header("ETag", "\"2\"").body("agreedAt", notNullValue());

        // then
        clinician(RIVERSIDE).get(PLAN, client.patientId()).then().body("id", equalTo(proposed));
        client.asSelf()
                .get(VERSIONS, client.patientId())
                .then()
                .statusCode(200)
                .body("items.id", contains(own, proposed))
                .body("items.number", contains(1, 2))
                .body("items[0].content.warningSigns[0].tell", equalTo("NOTICE"));
    }

    @Test
    void agreementNeedsTheNewestVersionAndHappensOnce() {
        // given
        var first = clinician(RIVERSIDE)
                .body(Plans.first("ALERT"))
                .post(VERSIONS, client.patientId())
                .<String>path("id");
        var second = clinician(RIVERSIDE)
                .body(Plans.basedOn(first, "NOTICE"))
                .post(VERSIONS, client.patientId())
                .<String>path("id");
        client.asSelf().get(PLAN, client.patientId()).then().statusCode(404);

        // when
        var older = agree(first, "\"1\"");
        var blind = agree(second, null);
        var stale = agree(second, "\"7\"");
        var newest = agree(second, "\"1\"");
        var again = agree(second, "\"2\"");

        // then
        older.then().statusCode(409).body("type", equalTo("/problems/relapse-plan-changed"));
        blind.then().statusCode(428);
        stale.then().statusCode(412);
        newest.then().statusCode(200);
        again.then().statusCode(409).body("type", equalTo("/problems/relapse-plan-confirmed"));
    }

    @Test
    void clinicianGoesThroughItOnce() {
        // given
        var id = Plans.write(client, "NOTICE");

        // when
        var reviewed = review(id, "\"1\"");
        var again = review(id, "\"2\"");

        // then
        reviewed.then().statusCode(200).body("reviewedAt", notNullValue()).body("reviewedBy", notNullValue());
        again.then().statusCode(409).body("type", equalTo("/problems/relapse-plan-confirmed"));
    }

    @Test
    void changeOfAnOldVersionIsRefused() {
        // given
        var first = Plans.write(client, "NOTICE");
        var second = client.asSelf().body(Plans.basedOn(first, "ALERT")).post(VERSIONS, client.patientId());

        // when
        var another = client.asSelf().body(Plans.basedOn(first, "URGENT")).post(VERSIONS, client.patientId());
        var asIfFirst = client.asSelf().body(Plans.first("URGENT")).post(VERSIONS, client.patientId());
        var ofNothing = Clinic.admit(RIVERSIDE);
        var invented = ofNothing
                .asSelf()
                .body(Plans.basedOn(UUID.randomUUID().toString(), "ALERT"))
                .post(VERSIONS, ofNothing.patientId());

        // then
        another.then()
                .statusCode(409)
                .body("type", equalTo("/problems/relapse-plan-changed"))
                .body("detail", containsString(second.path("id")));
        asIfFirst.then().statusCode(409);
        invented.then().statusCode(409).body("detail", containsString("null"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"atLeast\": 7 | \"atLeast\": 11 | 422 | /content/warningSigns/0/when/0/atLeast",
                "[\"walk\", \"call\"] | [\"walk\", \"run\"] | 422 | /content/warningSigns/0/steps/1",
                "\"strong-craving\" | \"Strong Craving\" | 422 | /content/warningSigns/0/key",
                "\"19:00\" | \"24:00\" | 422 | /content/meetings/0/startsAt",
                "\"minutes\": 15 | \"minutes\": 0 | 422 | /content/copingSteps/1/minutes",
                "\"Make tea\" | \" \" | 422 | /content/copingSteps/0/says",
                "\"TUESDAY\" | \"TODAY\" | 400 | /content/meetings/0/day",
                "\"URGENT\" | \"LOUD\" | 400 | /content/warningSigns/0/tell"
            })
    void planThatDoesNotFitIsRefused(String right, String wrong, int status, String pointer) {
        // when
        var response = client.asSelf()
                .body(Plans.first("URGENT").replace(right, wrong))
                .post(VERSIONS, client.patientId());

        // then
        response.then().statusCode(status).body("errors.pointer", hasItem(pointer));
        assertThat(audited("WRITE")).isZero();
    }

    @Test
    void anothersPlanReadsAsAbsent() {
        // given
        var id = Plans.write(client, "NOTICE");
        var other = Clinic.admit(RIVERSIDE);

        // when, then
        other.asSelf().get(PLAN, client.patientId()).then().statusCode(404);
        other.asSelf().get(VERSIONS + "/{id}", client.patientId(), id).then().statusCode(404);
        other.asSelf().get(VERSIONS + "/{id}", other.patientId(), id).then().statusCode(404);
        other.asSelf()
                .body(Plans.basedOn(id, "NOTICE"))
                .post(VERSIONS, client.patientId())
                .then()
                .statusCode(404);
        client.asSelf()
                .get(VERSIONS + "/{id}", client.patientId(), id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
    }

    private Response agree(String id, String tag) {
        var request = client.asSelf();
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return request.post(VERSIONS + "/{id}/agreement", client.patientId(), id);
    }

    private Response review(String id, String tag) {
        return clinician(RIVERSIDE).header("If-Match", tag).post(VERSIONS + "/{id}/review", client.patientId(), id);
    }

    private long audited(String action) {
        return database.number(
                "select count(*) from access_log where person_id = ? and resource = 'RelapsePlan' and action = ?",
                client.patientId(),
                action);
    }
}
