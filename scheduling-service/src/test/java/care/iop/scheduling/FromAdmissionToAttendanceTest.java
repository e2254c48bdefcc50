package care.iop.scheduling;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.clinician;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import care.iop.chassis.testing.KafkaProbe;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The whole way of one client through scheduling, with the sample week of an intensive outpatient program. */
@ServiceTest
class FromAdmissionToAttendanceTest {

    @Test
    void admittedClientGetsFifteenHoursOverFiveDaysAndAttends() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = Clinic.admitAvailable(program, "08:00", "13:00");
        var week = Clinic.lastWeek();

        // when
        var run = Clinic.solved(program, week);
        Clinic.publish(program, Clinic.runId(run)).then().statusCode(200).body("status", equalTo("PUBLISHED"));

        // then
        run.then()
                .body("status", equalTo("SOLVED"))
                .body("result.unassigned", empty())
                .body("result.score.hard", equalTo(0f))
                .body("result.score.medium", equalTo(0f))
                .body("result.weeks[0].plannedMinutes", equalTo(900))
                .body("result.weeks[0].days", equalTo(5));
        var own = client.asSelf()
                .queryParam("startingOn", week.toString())
                .get("/api/enrollments/{id}/week", client.enrollmentId());
        own.then().statusCode(200).body("plannedMinutes", equalTo(900)).body("days", equalTo(5));
        List<String> kinds = own.path("sessions.kind");
        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        "GROUP", "GROUP", "GROUP", "INDIVIDUAL", "INDIVIDUAL", "FAMILY", "VOCATIONAL");
        List<String> starts = own.path("sessions.findAll { it.kind == 'GROUP' }.localStart");
        assertThat(starts).containsOnly("09:00:00");

        try (var kafka = KafkaProbe.connect()) {
            List<String> bookings = own.path("sessions.bookingId");
            for (var booking : bookings) {
                var booked = kafka.awaitEvent(
                        "scheduling.session.v1", "care.iop.scheduling.session-booked.v1", UUID.fromString(booking));
                assertThat(booked.organization()).isEqualTo(RIVERSIDE);
                assertThat(booked.data().get("admissionId").asText())
                        .isEqualTo(client.enrollmentId().toString());
            }

            String group = own.path("sessions.find { it.kind == 'GROUP' }.bookingId");
            clinician(RIVERSIDE)
                    .body(Map.of("code", "PARTIAL", "minutesPresent", 120))
                    .post("/api/bookings/{id}/attendance", group)
                    .then()
                    .statusCode(201)
                    .body("deliveredMinutes", equalTo(120));
            var attended = kafka.awaitEvent(
                    "scheduling.attendance.v1", "care.iop.scheduling.attendance-recorded.v1", UUID.fromString(group));
            assertThat(attended.version()).isEqualTo(1);
            assertThat(attended.data().get("code").asText()).isEqualTo("PARTIAL");
            assertThat(attended.data().get("deliveredMinutes").asInt()).isEqualTo(120);
            assertThat(attended.data().get("plannedMinutes").asInt()).isEqualTo(180);
            assertThat(attended.data().get("sessionOn").asText()).isEqualTo(week.toString());
        }
    }
}
