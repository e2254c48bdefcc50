package care.iop.scheduling.fhir;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import care.iop.chassis.testing.fhir.Answers;
import care.iop.chassis.testing.fhir.Hospital;
import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.Client;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.Database;
import care.iop.scheduling.ServiceTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an EHR books a person into a group and gives the seat up. */
@ServiceTest
class BookingByMachineTest {

    private static final LocalDate SATURDAY = Clinic.weekAhead().plusDays(5);

    @Inject
    Database database;

    private Hospital hospital;
    private DemoProgram program;
    private Client client;
    private String slot;

    @BeforeEach
    void admit() {
        hospital = Machines.hospital(database, RIVERSIDE);
        hospital.register(true);
        program = Clinic.demoProgram(RIVERSIDE);
        client = Clinic.admitAvailable(program, "08:00", "13:00");
        slot = program.series().get("CHECK_IN") + "." + SATURDAY;
    }

    private Response book(Map<String, Object> appointment) {
        return hospital.ehr()
                .contentType("application/fhir+json")
                .body(appointment)
                .post("/fhir/Appointment");
    }

    private Map<String, Object> asked() {
        return Booked.appointment(slot, client.patientId());
    }

    private String booked() {
        return book(asked()).then().statusCode(201).extract().path("id");
    }

    private Response cancel(String id, String tag, Map<String, Object> changes) {
        var appointment = new HashMap<>(Map.<String, Object>of(
                "resourceType",
                "Appointment",
                "id",
                id,
                "status",
                "cancelled",
                "participant",
                asked().get("participant")));
        appointment.putAll(changes);
        var request = hospital.ehr().contentType("application/fhir+json").body(appointment);
        return (tag == null ? request : request.header("If-Match", tag)).put("/fhir/Appointment/{id}", id);
    }

    private void code(Response refused, int status, String code) {
        refused.then().statusCode(status).body("issue[0].details.coding[0].code", equalTo(code));
    }

    @Test
    void freeSlotIsBookedAndTheSeatIsTheClients() {
        // given
        hospital.consent(client.patientId());

        // when
        var booked = book(asked());

        // then
        Answers.keep("Appointment-booked-by-machine", booked.asString());
        String id = booked.then()
                .statusCode(201)
                .header("ETag", startsWith("W/\""))
                .body("status", equalTo("booked"))
                .body("participant[0].actor.reference", equalTo("Patient/" + client.patientId()))
                .body("comment", containsString("42 CFR 2.32"))
                .extract()
                .path("id");
        booked.then().header("Location", endsWith("/scheduling/fhir/Appointment/" + id));
        Clinic.scheduler(RIVERSIDE)
                .get("/api/bookings/{id}", id)
                .then()
                .statusCode(200)
                .body("sessionOn", equalTo(SATURDAY.toString()))
                .body("patientId", equalTo(client.patientId().toString()));
    }

    @Test
    void sameBookingAgainIsTheOneThatIsThere() {
        // given
        hospital.consent(client.patientId());
        var id = booked();

        // when, then
        book(asked()).then().statusCode(200).body("id", equalTo(id));
    }

    @Test
    void ofManyAtOnceOneBooks() throws Exception {
        // given
        hospital.consent(client.patientId());
        var asked = asked();

        // when
        var answers = together(IntStream.range(0, 8)
                .mapToObj(i -> (Callable<Response>) () -> book(asked))
                .toList());

        // then
        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 201);
        assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(201);
        assertThat(answers.stream().map(answer -> answer.<String>path("id")).distinct())
                .hasSize(1);
    }

    private static List<Response> together(List<Callable<Response>> calls) throws Exception {
        var threads = Executors.newFixedThreadPool(calls.size());
        try {
            var answers = new ArrayList<Response>();
            for (var call : threads.invokeAll(calls)) {
                answers.add(call.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void withoutAConsentNobodyIsKnown() {
        // when
        var refused = book(asked());

        // then
        code(refused, 422, "invalid-value");
        refused.then().body("issue[0].expression[0]", equalTo("Appointment.participant[0].actor"));
        assertThat(book(Booked.appointment(slot, UUID.randomUUID()))
                        .path("issue")
                        .toString())
                .isEqualTo(refused.path("issue").toString());
    }

    @Test
    void whoIsInAnotherProgramIsNotBooked() {
        // given
        hospital.consent(client.patientId());
        var elsewhere = Clinic.demoProgram(RIVERSIDE).series().get("CHECK_IN") + "." + SATURDAY;

        // when, then
        code(book(Booked.appointment(elsewhere, client.patientId())), 409, "enrollment-not-active");
    }

    @Test
    void whoSitsElsewhereAtThatTimeIsNotBooked() {
        // given
        hospital.consent(client.patientId());
        booked();
        var other = Clinic.series(program.id(), "CHECK_IN", "MORNING", "10:30");
        other.putAll(Map.of("rrule", "FREQ=WEEKLY;BYDAY=SA", "durationMinutes", 60, "tele", true));
        String series = Clinic.scheduler(RIVERSIDE)
                .body(other)
                .post("/api/session-series")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // when, then
        code(book(Booked.appointment(series + "." + SATURDAY, client.patientId())), 409, "client-double-booked");
    }

    @ParameterizedTest
    @CsvSource({
        "status, proposed, Appointment.status",
        "description, Something, Appointment.description",
        "start, 2026-01-01T10:00:00Z, Appointment.start",
        "minutes, 60, Appointment.minutes"
    })
    void whatIsNotAsItShouldBeIsRefusedByElement(String element, String value, String at) {
        // given
        hospital.consent(client.patientId());
        var appointment = asked();
        appointment.put(element, value);

        // when, then
        book(appointment).then().statusCode(422).body("issue[0].expression[0]", equalTo(at));
    }

    @ParameterizedTest
    @CsvSource({"2026-13-01", "nonsense"})
    void whatIsNoSlotIsRefused(String slot) {
        // given
        hospital.consent(client.patientId());

        // when, then
        book(Booked.appointment(slot, client.patientId()))
                .then()
                .statusCode(422)
                .body("issue[0].expression[0]", equalTo("Appointment.slot[0]"));
    }

    @Test
    void dayWithoutAMeetingIsRefused() {
        // given
        hospital.consent(client.patientId());
        var sunday = program.series().get("CHECK_IN") + "." + SATURDAY.plusDays(1);

        // when, then
        book(Booked.appointment(sunday, client.patientId())).then().statusCode(422);
        book(Booked.appointment(UUID.randomUUID() + "." + SATURDAY, client.patientId()))
                .then()
                .statusCode(422)
                .body("issue[0].expression[0]", equalTo("Appointment.slot[0]"));
    }

    @Test
    void seatIsGivenUpByTheVersionThatWasRead() {
        // given
        hospital.consent(client.patientId());
        var id = booked();
        var tag = hospital.ehr().get("/fhir/Appointment/{id}", id).header("ETag");

        // when
        code(cancel(id, null, Map.of()), 428, "precondition-required");
        code(cancel(id, "W/\"77\"", Map.of()), 412, "stale-version");
        var cancelled = cancel(id, tag, Map.of());

        // then
        Answers.keep("Appointment-cancelled-by-machine", cancelled.asString());
        cancelled.then().statusCode(200).body("status", equalTo("cancelled"));
        hospital.ehr()
                .get("/fhir/Appointment/{id}", id)
                .then()
                .body("status", equalTo("cancelled"))
                .header("ETag", equalTo(cancelled.header("ETag")));
        cancel(id, tag, Map.of()).then().statusCode(200).body("status", equalTo("cancelled"));
        booked();
    }

    @Test
    void nothingElseOfAnAppointmentIsChanged() {
        // given
        hospital.consent(client.patientId());
        var id = booked();

        // when, then
        cancel(id, "*", Map.of("status", "arrived"))
                .then()
                .statusCode(422)
                .body("issue[0].expression[0]", equalTo("Appointment.status"));
        cancel(id, "*", Map.of("start", "2026-01-01T10:00:00Z"))
                .then()
                .statusCode(422)
                .body("issue[0].expression[0]", equalTo("Appointment.start"));
        cancel(
                        id,
                        "*",
                        Map.of(
                                "participant",
                                Booked.appointment(slot, UUID.randomUUID()).get("participant")))
                .then()
                .statusCode(422)
                .body("issue[0].expression[0]", equalTo("Appointment.participant[0].actor"));
        cancel(id, "*", Map.of("cancelationReason", Map.of("coding", List.of(Map.of("code", "weather")))))
                .then()
                .statusCode(422)
                .body("issue[0].expression[0]", equalTo("Appointment.cancelationReason"));
        hospital.ehr().get("/fhir/Appointment/{id}", id).then().body("status", equalTo("booked"));
    }

    @Test
    void reasonOfTheProviderIsTheProgramsChange() {
        // given
        hospital.consent(client.patientId());
        var id = booked();

        // when
        cancel(id, "*", Map.of("cancelationReason", Map.of("coding", List.of(Map.of("code", "prov-pers")))))
                .then()
                .statusCode(200);

        // then
        Clinic.scheduler(RIVERSIDE)
                .get("/api/bookings/{id}", id)
                .then()
                .body("cancellation", equalTo("PROGRAM_CHANGE"));
    }

    @Test
    void afterARevocationNothingIsBookedOrGivenUp() {
        // given
        var consent = hospital.consent(client.patientId());
        var id = booked();
        hospital.tell(
                "consent-changed",
                consent,
                2,
                hospital.terms(
                        consent, client.patientId(), Map.of("status", "REVOKED", "revokedAt", "2026-09-02T00:00:00Z")));

        // when, then
        cancel(id, "*", Map.of()).then().statusCode(404);
        book(asked()).then().statusCode(422);
    }
}
