package care.iop.scheduling.enrollment;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.clinician;
import static care.iop.scheduling.Clinic.director;
import static care.iop.scheduling.Clinic.scheduler;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.Client;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.Database;
import care.iop.scheduling.ServiceTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Planned end, track history, prescribed modalities, caseload and those who must never meet. */
@ServiceTest
class EnrollmentFactsTest {

    private static DemoProgram program;

    @Inject
    Database database;

    @BeforeEach
    void openProgram() {
        if (program == null) {
            program = Clinic.demoProgram(RIVERSIDE);
        }
    }

    private static Response prefer(Client client, Map<String, ?> preferences) {
        return scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(preferences)
                .put("/api/enrollments/{id}/preferences", client.enrollmentId());
    }

    private static Response keepApart(Client one, Client other) {
        return scheduler(RIVERSIDE)
                .put("/api/enrollments/{id}/no-contacts/{other}", one.enrollmentId(), other.enrollmentId());
    }

    private static Response read(Client client) {
        return scheduler(RIVERSIDE).get("/api/enrollments/{id}", client.enrollmentId());
    }

    @Test
    void trackHistorySaysWhoWhenFromToAndWhy() {
        // given
        var client = Clinic.admit(program);
        prefer(client, Map.of("track", "MORNING")).then().statusCode(200);

        // when
        var moved = clinician(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("track", "EVENING", "reason", "Starts work at 08:00"))
                .put("/api/enrollments/{id}/track", client.enrollmentId());

        // then
        moved.then().statusCode(200).body("preferences.track", equalTo("EVENING"));
        scheduler(RIVERSIDE)
                .get("/api/enrollments/{id}/track-history", client.enrollmentId())
                .then()
                .statusCode(200)
                .body("items.to", contains("EVENING", "MORNING"))
                .body("items[0].from", equalTo("MORNING"))
                .body("items[1].from", nullValue())
                .body("items[0].reason", equalTo("Starts work at 08:00"))
                .body("items[0].changedBy", notNullValue())
                .body("items[0].changedAt", notNullValue());
        scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("track", "EVENING"))
                .put("/api/enrollments/{id}/track", client.enrollmentId())
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
    }

    @Test
    void plannedEndAndPrescribedModalitiesAreKept() {
        // given
        var client = Clinic.admit(program);
        var admittedOn = Clinic.lastWeek();

        // when
        var planned = scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("plannedEndOn", admittedOn.plusWeeks(12).toString()))
                .put("/api/enrollments/{id}/planned-end", client.enrollmentId());
        var prescribed = clinician(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of(
                        "sessions",
                        List.of(Map.of("kind", "GROUP", "minutes", 180, "timesPerWeek", 3)),
                        "modalities",
                        List.of("DBT")))
                .put("/api/enrollments/{id}/prescription", client.enrollmentId());

        // then
        planned.then()
                .statusCode(200)
                .body("plannedEndOn", equalTo(admittedOn.plusWeeks(12).toString()));
        prescribed.then().statusCode(200).body("prescribedModalities", contains("DBT"));
        scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("plannedEndOn", admittedOn.minusDays(1).toString()))
                .put("/api/enrollments/{id}/planned-end", client.enrollmentId())
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/plannedEndOn"));
    }

    @Test
    void whoMustNeverMeetIsKnownOnBothSidesAndAuditedForBoth() {
        // given
        var one = Clinic.admit(program);
        var other = Clinic.admit(program);

        // when
        keepApart(one, other).then().statusCode(200).body("items", hasSize(1));
        keepApart(other, one).then().statusCode(200).body("items", hasSize(1));

        // then
        read(one)
                .then()
                .body("preferences.noContact", contains(other.enrollmentId().toString()));
        read(other)
                .then()
                .body("preferences.noContact", contains(one.enrollmentId().toString()));
        for (var person : List.of(one, other)) {
            assertThat(database.number(
                            "select count(*) from access_log where resource = 'NoContact' and action = 'WRITE' and person_id = ?",
                            person.patientId()))
                    .isEqualTo(1);
        }
        // Neither learns of it: their own week says nothing.
        assertThat(one.asSelf()
                        .queryParam("startingOn", Clinic.lastWeek().toString())
                        .get("/api/enrollments/{id}/week", one.enrollmentId())
                        .asString())
                .doesNotContain(other.enrollmentId().toString());
        one.asSelf()
                .get("/api/enrollments/{id}/no-contacts", one.enrollmentId())
                .then()
                .statusCode(403);
    }

    @Test
    void whoMustNeverMeetGetNoSeatsTogetherWhoeverBooks() {
        // given
        var one = Clinic.admit(program);
        var other = Clinic.admit(program);
        var saturday = Clinic.weekAhead().plusDays(5);
        var checkIn = program.series().get("CHECK_IN");
        Clinic.book(one, checkIn, saturday).then().statusCode(201);
        Clinic.book(one, checkIn, saturday.plusWeeks(1)).then().statusCode(201);
        Clinic.book(other, checkIn, saturday.plusWeeks(1)).then().statusCode(201);

        // when
        var recorded = keepApart(one, other);

        // then
        recorded.then().body("meetOn", contains(saturday.plusWeeks(1).toString()));
        Clinic.book(other, checkIn, saturday)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/client-not-admitted"));

        // when
        director(RIVERSIDE)
                .body(Map.of("reason", "Both agreed with their clinicians"))
                .post("/api/enrollments/{id}/no-contacts/{other}/lift", other.enrollmentId(), one.enrollmentId())
                .then()
                .statusCode(200)
                .body("items[0].liftedReason", equalTo("Both agreed with their clinicians"));

        // then
        Clinic.book(other, checkIn, saturday).then().statusCode(201);
        read(one).then().body("preferences.noContact", hasSize(0));
    }

    @Test
    void leavingAPairOutOfThePreferencesDoesNotLiftIt() {
        // given
        var one = Clinic.admit(program);
        var other = Clinic.admit(program);
        prefer(one, Map.of("noContact", List.of(other.enrollmentId()))).then().statusCode(200);

        // when
        prefer(one, Map.of("track", "MORNING")).then().statusCode(200);

        // then
        read(other)
                .then()
                .body("preferences.noContact", contains(one.enrollmentId().toString()));
    }

    @Test
    void caseloadHasItsCap() {
        // given
        var data = new HashMap<>(
                Clinic.clinicianData(program.id(), "Sidney Sample", List.of("THERAPIST"), "08:00", "17:00"));
        data.put("caseloadCap", 1);
        String sidney = scheduler(RIVERSIDE)
                .body(data)
                .post("/api/clinicians")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var first = Clinic.admit(program);
        prefer(first, Map.of("primaryClinicianId", sidney)).then().statusCode(200);

        // when
        var second = prefer(Clinic.admit(program), Map.of("primaryClinicianId", sidney));

        // then
        second.then().statusCode(409).body("type", equalTo("/problems/caseload-full"));
        prefer(first, Map.of("primaryClinicianId", sidney, "priority", 2))
                .then()
                .statusCode(200);
    }
}
