package care.iop.scheduling.stepdown;

import static care.iop.scheduling.Clinic.LAKESIDE;
import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.scheduler;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.Client;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.ServiceTest;
import care.iop.scheduling.booking.BookingCalls;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Days are proposed, and become bookings when somebody books them. */
@ServiceTest
class StepDownPlanTest {

    private DemoProgram program;
    private Client client;
    private LocalDate monday;

    @BeforeEach
    void openProgram() {
        program = Clinic.demoProgram(RIVERSIDE);
        client = Clinic.admit(program);
        monday = Clinic.weekAhead();
    }

    private Response propose() {
        return scheduler(RIVERSIDE)
                .body(Map.of(
                        "enrollmentId",
                        client.enrollmentId(),
                        "startsOn",
                        monday.toString(),
                        "weekdays",
                        List.of("MONDAY", "WEDNESDAY", "FRIDAY")))
                .post("/api/step-down-plans");
    }

    private static Response book(String plan, Map<String, Object> body) {
        return scheduler(RIVERSIDE).body(body).post("/api/step-down-plans/{id}/bookings", plan);
    }

    @Test
    void proposalsBecomeBookingsOfAGroupAndOfTheirOwn() {
        // given
        var proposed = propose();
        proposed.then().statusCode(201).body("proposals.bookingId", everyItem(nullValue()));
        String plan = proposed.path("id");
        List<String> steps = proposed.path("proposals.findAll { it.phase == 'STEP_DOWN' }.id");
        List<String> touches = proposed.path("proposals.findAll { it.phase == 'ALUMNI' }.id");
        assertThat(touches).hasSize(3);

        // when
        var group = book(
                plan,
                Map.of(
                        "proposalIds",
                        steps.subList(0, 6),
                        "seriesId",
                        program.series().get("MORNING")));
        var alone = book(
                plan,
                Map.of(
                        "proposalIds",
                        touches,
                        "appointment",
                        Map.of(
                                "kind",
                                "CHECK_IN",
                                "localStart",
                                "16:00",
                                "durationMinutes",
                                60,
                                "clinicianId",
                                program.clinicians().get("Rowan Sample"))));

        // then
        group.then().statusCode(201);
        assertThat(group.<List<String>>path("proposals.bookingId").subList(0, 6))
                .doesNotContainNull();
        alone.then()
                .statusCode(201)
                .body("proposals.findAll { it.phase == 'ALUMNI' }.bookingId", everyItem(notNullValue()));
        String touch = alone.path("proposals.find { it.phase == 'ALUMNI' }.bookingId");
        scheduler(RIVERSIDE)
                .get("/api/bookings/{id}", touch)
                .then()
                .body("plannedMinutes", equalTo(15))
                .body("kind", equalTo("CHECK_IN"));
        book(
                        plan,
                        Map.of(
                                "proposalIds",
                                steps.subList(0, 1),
                                "seriesId",
                                program.series().get("MORNING")))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/proposal-booked"));
    }

    @Test
    void cancelledBookingLeavesAProposalThatCanBeBookedAgain() {
        // given
        var proposed = propose();
        String plan = proposed.path("id");
        List<String> steps = proposed.path("proposals.findAll { it.phase == 'STEP_DOWN' }.id");
        Map<String, Object> first = Map.of(
                "proposalIds", steps.subList(0, 1), "seriesId", program.series().get("MORNING"));
        String booking = book(plan, first).path("proposals[0].bookingId");
        BookingCalls.cancel(booking, Map.of("reason", "PROGRAM_CHANGE")).then().statusCode(200);

        // when
        var again = book(plan, first);

        // then
        again.then().statusCode(201);
        assertThat(again.<String>path("proposals[0].bookingId")).isNotEqualTo(booking);
    }

    @Test
    void whatStandsInTheWayIsReportedAndNothingIsBooked() {
        // given
        var proposed = propose();
        List<String> steps = proposed.path("proposals.findAll { it.phase == 'STEP_DOWN' }.id");
        BookingCalls.book(
                        client,
                        monday.plusDays(2),
                        BookingCalls.appointment(program.clinicians().get("Rowan Sample"), null, "10:00"))
                .then()
                .statusCode(201);

        // when
        var response = book(
                proposed.path("id"),
                Map.of(
                        "proposalIds",
                        steps.subList(0, 3),
                        "seriesId",
                        program.series().get("MORNING")));

        // then
        response.then()
                .statusCode(409)
                .body("obstacles", hasSize(1))
                .body("obstacles[0].reason", equalTo("CLIENT_DOUBLE_BOOKED"))
                .body("obstacles[0].sessionOn", equalTo(monday.plusDays(2).toString()));
        scheduler(RIVERSIDE)
                .get("/api/step-down-plans/{id}", proposed.<String>path("id"))
                .then()
                .statusCode(200)
                .body("proposals.bookingId", everyItem(nullValue()));
    }

    @Test
    void planIsListedForItsClientOnly() {
        // given
        String plan = propose().path("id");

        // when, then
        scheduler(RIVERSIDE)
                .queryParam("enrollmentId", client.enrollmentId())
                .get("/api/step-down-plans")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(plan));
        scheduler(LAKESIDE)
                .queryParam("enrollmentId", client.enrollmentId())
                .get("/api/step-down-plans")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void planBeforeTheAdmissionIsRefused() {
        // when
        var response = scheduler(RIVERSIDE)
                .body(Map.of(
                        "enrollmentId",
                        client.enrollmentId(),
                        "startsOn",
                        Clinic.lastWeek().minusDays(1).toString()))
                .post("/api/step-down-plans");

        // then
        response.then().statusCode(422).body("errors[0].pointer", equalTo("/startsOn"));
    }
}
