package care.iop.scheduling.enrollment;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.clinician;
import static care.iop.scheduling.Clinic.scheduler;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.Client;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.ServiceTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class EnrollmentResourceTest {

    private static DemoProgram program;

    @BeforeEach
    void openProgram() {
        if (program == null) {
            program = Clinic.demoProgram(RIVERSIDE);
        }
    }

    private static Response put(Client client, String what, String ifMatch, Object body) {
        var request = scheduler(RIVERSIDE).body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/api/enrollments/{id}/" + what, client.enrollmentId());
    }

    @Test
    void availabilityIsGuardedByTheVersionThatWasRead() {
        // given
        var client = Clinic.admit(program);
        var body = Map.of(
                "available", Clinic.windows("08:00", "17:00"),
                "busy", List.of(Map.of("day", "TUESDAY", "from", "12:00", "until", "13:30", "reason", "WORK")));

        // when, then
        put(client, "availability", null, body).then().statusCode(428);
        put(client, "availability", "\"5\"", body).then().statusCode(412);
        put(client, "availability", "\"0\"", body)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("busy[0].reason", equalTo("WORK"));
        put(client, "availability", "\"0\"", body).then().statusCode(412);
    }

    @Test
    void namesTheWindowThatOverlaps() {
        // given
        var client = Clinic.admit(program);
        var body = Map.of(
                "available",
                List.of(
                        Map.of("day", "MONDAY", "from", "08:00", "until", "12:00"),
                        Map.of("day", "MONDAY", "from", "11:00", "until", "13:00")));

        // when
        var response = put(client, "availability", "*", body);

        // then
        response.then().statusCode(422).body("errors[0].pointer", equalTo("/available/1"));
    }

    @Test
    void preferencesNameOnlyCliniciansOfTheProgramAndOtherClients() {
        // given
        var client = Clinic.admit(program);
        var other = Clinic.admit(program);
        var rowan = program.clinicians().get("Rowan Sample");

        // when, then
        put(client, "preferences", "*", Map.of("primaryClinicianId", UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/primaryClinicianId"));
        put(client, "preferences", "*", Map.of("noContact", List.of(client.enrollmentId())))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/noContact"));
        put(client, "preferences", "*", Map.of("priority", 4))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/priority"));
        put(
                        client,
                        "preferences",
                        "*",
                        Map.of(
                                "track",
                                "EVENING",
                                "gender",
                                "F",
                                "primaryClinicianId",
                                rowan,
                                "noContact",
                                List.of(other.enrollmentId())))
                .then()
                .statusCode(200)
                .body("preferences.track", equalTo("EVENING"))
                .body("preferences.maxDays", equalTo(5));
    }

    @Test
    void ownPrescriptionStaysWithinThePrescribedMinutes() {
        // given
        var client = Clinic.admit(program);
        var fifteenHours = Map.of("sessions", List.of(Map.of("kind", "GROUP", "minutes", 180, "timesPerWeek", 5)));
        var more = Map.of(
                "sessions",
                List.of(
                        Map.of("kind", "GROUP", "minutes", 180, "timesPerWeek", 5),
                        Map.of("kind", "MEDICATION", "minutes", 15, "timesPerWeek", 1)));

        // when, then
        clinician(RIVERSIDE)
                .header("If-Match", "*")
                .body(more)
                .put("/api/enrollments/{id}/prescription", client.enrollmentId())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/sessions"));
        clinician(RIVERSIDE)
                .header("If-Match", "*")
                .body(fifteenHours)
                .put("/api/enrollments/{id}/prescription", client.enrollmentId())
                .then()
                .statusCode(200)
                .body("prescriptionIndividual", equalTo(true))
                .body("plannedMinutesPerWeek", equalTo(900))
                .header("ETag", notNullValue());
    }
}
