package care.iop.progress.supportmeeting;

import static care.iop.progress.Clinic.RIVERSIDE;
import static care.iop.progress.Clinic.clinician;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import care.iop.progress.Clinic;
import care.iop.progress.Clinic.Client;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class SupportMeetingResourceTest {

    private static final String ALL = "/api/patients/{patientId}/support-meetings";
    private static final String ONE = ALL + "/{meetingId}";

    @Inject
    Clock clock;

    @Inject
    Database database;

    private Client client;
    private LocalDate today;

    @BeforeEach
    void admit() {
        client = Clinic.admit(RIVERSIDE);
        today = LocalDate.now(clock);
    }

    @Test
    void meetingIsPlannedAndAttended() {
        // given
        var id = UUID.randomUUID();
        keep(id, today.plusDays(2), "PLANNED").then().statusCode(200).body("planned", equalTo(true));

        // when
        var attended = keep(id, today.minusDays(1), "ATTENDED");

        // then
        attended.then()
                .statusCode(200)
                .body("id", equalTo(id.toString()))
                .body("heldOn", equalTo(today.minusDays(1).toString()))
                .body("fellowship", equalTo("SMART_RECOVERY"))
                .body("planned", equalTo(true))
                .body("status", equalTo("ATTENDED"));
        clinician(RIVERSIDE)
                .get(ALL, client.patientId())
                .then()
                .statusCode(200)
                .body("items.id", contains(id.toString()));
    }

    @Test
    void meetingThatWasNeverPlannedIsNotCountedAsPlannedAndAMissedOneIs() {
        // when
        var attended = keep(UUID.randomUUID(), today.minusDays(1), "ATTENDED");
        var missed = keep(UUID.randomUUID(), today.minusDays(1), "MISSED");

        // then
        attended.then().body("planned", equalTo(false));
        missed.then().body("planned", equalTo(true));
    }

    @Test
    void sameAgainChangesNothing() {
        // given
        var id = UUID.randomUUID();
        keep(id, today, "PLANNED");

        // when
        var again = keep(id, today, "PLANNED");

        // then
        again.then().statusCode(200);
        assertThat(database.number(
                        "select count(*) from access_log where person_id = ? and resource = 'SupportMeeting' and action = 'WRITE'",
                        client.patientId()))
                .isEqualTo(1);
    }

    @Test
    void identifierOfSomebodyElsesMeetingIsRefusedAsUnknown() {
        // given
        var id = UUID.randomUUID();
        keep(id, today, "PLANNED");
        var owner = client;
        client = Clinic.admit(RIVERSIDE);

        // when
        var response = keep(id, today.minusDays(2), "ATTENDED");

        // then
        response.then().statusCode(404);
        owner.asSelf().get(ALL, owner.patientId()).then().body("items.heldOn", contains(today.toString()));
    }

    /** Tomorrow has come somewhere on earth for half of the day, the day after tomorrow never has. */
    @ParameterizedTest
    @CsvSource({
        "PLANNED, 90, 200",
        "PLANNED, 92, 422",
        "MISSED, -30, 200",
        "MISSED, -32, 422",
        "ATTENDED, 0, 200",
        "ATTENDED, 2, 422",
        "MISSED, 2, 422"
    })
    void daysAndStatusesMustFit(String status, int days, int expected) {
        // when, then
        keep(UUID.randomUUID(), today.plusDays(days), status).then().statusCode(expected);
    }

    @Test
    void listKeepsToItsDays() {
        // given
        for (int back = 0; back < 4; back++) {
            keep(UUID.randomUUID(), today.minusDays(back), "ATTENDED");
        }

        // when
        var listed = client.asSelf()
                .queryParam("from", today.minusDays(2).toString())
                .queryParam("to", today.minusDays(1).toString())
                .get(ALL, client.patientId());

        // then
        listed.then()
                .statusCode(200)
                .body(
                        "items.heldOn",
                        containsInAnyOrder(
                                today.minusDays(2).toString(),
                                today.minusDays(1).toString()));
    }

    private Response keep(UUID id, LocalDate heldOn, String status) {
        return client.asSelf()
                .body("{\"heldOn\": \"%s\", \"fellowship\": \"SMART_RECOVERY\", \"online\": false, \"status\": \"%s\"}"
                        .formatted(heldOn, status))
                .put(ONE, client.patientId(), id);
    }
}
