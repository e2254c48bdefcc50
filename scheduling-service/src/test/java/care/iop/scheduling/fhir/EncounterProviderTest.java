package care.iop.scheduling.fhir;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.fhir.Machines.ehr;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.Client;
import care.iop.scheduling.Database;
import care.iop.scheduling.ServiceTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an EHR may read of the sessions that a person came to. */
@ServiceTest
class EncounterProviderTest {

    @Inject
    Database database;

    private Client client;
    private String booking;

    @BeforeEach
    void bookASessionOfLastWeek() {
        Machines.register(database, RIVERSIDE, true);
        var program = Clinic.demoProgram(RIVERSIDE);
        client = Clinic.admitAvailable(program, "08:00", "13:00");
        booking = Clinic.book(
                        client,
                        program.series().get("CHECK_IN"),
                        Clinic.lastWeek().plusDays(5))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Machines.consent(database, RIVERSIDE, client.patientId());
    }

    @Test
    void sessionIsAnEncounterWhenTheClientCame() {
        // given
        ehr(RIVERSIDE).get("/fhir/Encounter/{id}", booking).then().statusCode(404);
        mark(Map.of("code", "LATE", "minutesLate", 10));

        // when
        var read = ehr(RIVERSIDE).get("/fhir/Encounter/{id}", booking).then();

        // then
        read.statusCode(200)
                .body("resourceType", equalTo("Encounter"))
                .body("status", equalTo("finished"))
                .body("class.code", equalTo("AMB"))
                .body("subject.reference", equalTo("Patient/" + client.patientId()))
                .body("appointment[0].reference", equalTo("Appointment/" + booking))
                .body("length.value", equalTo(50))
                .body("length.code", equalTo("min"))
                .body("meta.security.code", equalTo(List.of("R", "42CFRPart2", "NORDSCLCD")))
                .body("extension[0].valueString", containsString("42 CFR 2.32"));
        ehr(RIVERSIDE)
                .queryParam("patient", "Patient/" + client.patientId())
                .get("/fhir/Encounter")
                .then()
                .statusCode(200)
                .body("entry.resource.id", equalTo(List.of(booking)));
    }

    @Test
    void missedSessionIsNone() {
        // given
        mark(Map.of("code", "NO_SHOW"));

        // when, then
        ehr(RIVERSIDE).get("/fhir/Encounter/{id}", booking).then().statusCode(404);
        ehr(RIVERSIDE)
                .formParam("patient", client.patientId())
                .post("/fhir/Encounter/_search")
                .then()
                .statusCode(200)
                .body("entry", equalTo(null));
        ehr(RIVERSIDE)
                .get("/fhir/Appointment/{id}", booking)
                .then()
                .statusCode(200)
                .body("status", equalTo("noshow"));
    }

    @Test
    void statusIsOneThatEncountersHave() {
        ehr(RIVERSIDE)
                .queryParam("patient", client.patientId())
                .queryParam("status", "booked")
                .get("/fhir/Encounter")
                .then()
                .statusCode(422)
                .body("issue[0].diagnostics", containsString("finished"));
    }

    @Test
    void sessionIsFoundByItsKindWhileAConsentCoversThePerson() {
        // given
        mark(Map.of("code", "ATTENDED"));
        var uncovered = Clinic.admitAvailable(client.program(), "08:00", "13:00");

        // when, then
        for (var kind : List.of("CHECK_IN", AppointmentMapping.KIND_SYSTEM + "|CHECK_IN", "GROUP,CHECK_IN")) {
            found(client, kind, List.of(booking));
            found(uncovered, kind, null);
        }
        found(client, "GROUP,INDIVIDUAL", null);
    }

    private static void found(Client whose, String kind, @Nullable List<String> ids) {
        ehr(RIVERSIDE)
                .queryParam("patient", whose.patientId())
                .queryParam("type", kind)
                .get("/fhir/Encounter")
                .then()
                .statusCode(200)
                .body("entry.resource.id", equalTo(ids));
        ehr(RIVERSIDE)
                .formParam("patient", whose.patientId())
                .formParam("type", kind)
                .post("/fhir/Encounter/_search")
                .then()
                .statusCode(200)
                .body("entry.resource.id", equalTo(ids));
    }

    @Test
    void kindThatIsNoneIsRefusedAndSoIsTheParameterOfAppointments() {
        ehr(RIVERSIDE)
                .queryParam("patient", client.patientId())
                .queryParam("type", "YOGA")
                .get("/fhir/Encounter")
                .then()
                .statusCode(422)
                .body("issue[0].expression[0]", containsString("type"));
        ehr(RIVERSIDE)
                .formParam("patient", client.patientId())
                .formParam("type", "YOGA")
                .post("/fhir/Encounter/_search")
                .then()
                .statusCode(422)
                .body("issue[0].expression[0]", containsString("type"));
        ehr(RIVERSIDE)
                .queryParam("patient", client.patientId())
                .queryParam("service-type", "CHECK_IN")
                .get("/fhir/Encounter")
                .then()
                .statusCode(400)
                .body("issue[0].expression[0]", containsString("service-type"));
        ehr(RIVERSIDE)
                .formParam("patient", client.patientId())
                .formParam("service-type", "CHECK_IN")
                .post("/fhir/Encounter/_search")
                .then()
                .statusCode(400)
                .body("issue[0].expression[0]", containsString("service-type"));
    }

    private void mark(Map<String, Object> mark) {
        Clinic.clinician(RIVERSIDE)
                .body(mark)
                .post("/api/bookings/{id}/attendance", booking)
                .then()
                .statusCode(201);
    }
}
