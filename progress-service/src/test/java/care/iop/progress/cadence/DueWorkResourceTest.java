package care.iop.progress.cadence;

import static care.iop.progress.Clinic.RIVERSIDE;
import static care.iop.progress.Clinic.clinician;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import care.iop.progress.Clinic;
import care.iop.progress.Clinic.Client;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import care.iop.progress.assessment.Phq9;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every person here is admitted long ago, so that all that is due at the beginning is overdue; days are in DueWorkTest. */
@ServiceTest
class DueWorkResourceTest {

    private static final String DUE = "/api/patients/{patientId}/due-work";
    private static final String SNOOZE = DUE + "/{code}/snooze";

    @Inject
    Clock clock;

    @Inject
    Database database;

    private Client client;
    private LocalDate today;

    @BeforeEach
    void admitLongAgo() {
        client = Clinic.admit(RIVERSIDE);
        today = LocalDate.now(clock.withZone(ZoneId.of("America/New_York")));
        admittedOn(today.minusDays(20), client);
    }

    @Test
    void personSeesWhatIsDueAndTheCheckInOfToday() {
        // when
        var due = client.asSelf().get(DUE, client.patientId());

        // then
        due.then()
                .statusCode(200)
                .body("admissionId", equalTo(client.admissionId().toString()))
                .body("today", equalTo(today.toString()))
                .body("items.item", hasItems("C-SSRS", "PHQ-9", "GAD-7", "AUDIT-C", "BAM-30", "BAM-7", "CHECK_IN"))
                .body("items.find { it.item == 'PHQ-9' }.status", equalTo("OVERDUE"))
                .body(
                        "items.find { it.item == 'BAM-7' }.dueOn",
                        equalTo(today.minusDays(13).toString()))
                .body("items.find { it.item == 'CHECK_IN' }.status", equalTo("DUE"))
                .body("items.find { it.item == 'CHECK_IN' }.overdueFrom", nullValue());
        assertThat(database.number(
                        "select count(*) from access_log where person_id = ? and resource = 'DueWork'",
                        client.patientId()))
                .isEqualTo(1);
    }

    @Test
    void whatIsDoneIsNotDueUnlessTooMuchWasLeftOut() {
        // given
        answer("0 0 0 0 - - - - -");
        client.asSelf().get(DUE, client.patientId()).then().body("items.item", hasItem("PHQ-9"));

        // when
        answer("0 0 0 0 0 0 0 0 0");

        // then
        client.asSelf().get(DUE, client.patientId()).then().body("items.item", not(hasItem("PHQ-9")));
    }

    @Test
    void measurementIsPutOffWithAReason() {
        // when
        var snoozed = snooze(client.asSelf(), "PHQ-9", today.plusDays(7), "TOO_UNWELL");

        // then
        snoozed.then()
                .statusCode(200)
                .body("item", equalTo("PHQ-9"))
                .body("status", equalTo("SNOOZED"))
                .body("snoozedUntil", equalTo(today.plusDays(7).toString()))
                .body("snoozedBecause", equalTo("TOO_UNWELL"));
        client.asSelf()
                .get(DUE, client.patientId())
                .then()
                .body("items.findAll { it.status == 'SNOOZED' }.item", contains("PHQ-9"));
        assertThat(database.texts("select reason from snooze where patient_id = ?", client.patientId()))
                .containsExactly("TOO_UNWELL");
        assertThat(database.texts(
                        "select action from access_log where person_id = ? and resource = 'Snooze'",
                        client.patientId()))
                .containsExactly("WRITE");
    }

    @Test
    void puttingOffWithTheSameKeyHasEffectOnce() {
        // given
        var key = UUID.randomUUID().toString();

        // when
        for (int sent = 0; sent < 2; sent++) {
            snooze(client.asSelf().header("Idempotency-Key", key), "PHQ-9", today.plusDays(2), "AWAY")
                    .then()
                    .statusCode(200);
        }

        // then
        assertThat(database.number("select count(*) from snooze where patient_id = ?", client.patientId()))
                .isEqualTo(1);
    }

    @Test
    void lastTimeItWasPutOffCounts() {
        // given
        snooze(client.asSelf(), "PHQ-9", today.plusDays(7), "AWAY");

        // when
        snooze(clinician(RIVERSIDE), "PHQ-9", today.plusDays(14), "IN_CRISIS");

        // then
        client.asSelf()
                .get(DUE, client.patientId())
                .then()
                .body("items.findAll { it.item == 'PHQ-9' }.snoozedBecause", contains("IN_CRISIS"));
    }

    @ParameterizedTest
    @CsvSource({"true, 0, 422", "true, 8, 422", "false, 14, 200", "false, 15, 422"})
    void itIsPutOffForAsLongAsOneMay(boolean asSelf, int days, int status) {
        // when
        var response = snooze(asSelf ? client.asSelf() : clinician(RIVERSIDE), "GAD-7", today.plusDays(days), "AWAY");

        // then
        response.then().statusCode(status);
    }

    @Test
    void whatIsNotDueAndACheckInAreNotPutOff() {
        // when, then
        snooze(client.asSelf(), "COWS", today.plusDays(1), "AWAY").then().statusCode(404);
        snooze(client.asSelf(), "CHECK_IN", today.plusDays(1), "AWAY").then().statusCode(422);
        snooze(client.asSelf(), "PHQ-9", today.plusDays(1), "LAZY").then().statusCode(400);
        snooze(Clinic.admit(RIVERSIDE).asSelf(), "PHQ-9", today.plusDays(1), "AWAY")
                .then()
                .statusCode(404);
    }

    @Test
    void staffSeeEveryoneOfAProgramPageByPage() {
        // given
        var second = Clinic.admit(RIVERSIDE, client.programId());
        admittedOn(today.minusDays(20), second);

        // when
        var all = staff().get("/api/due-work");
        var first = staff().queryParam("limit", 1).get("/api/due-work");
        var next = staff().queryParam("limit", 1)
                .queryParam("after", first.header("Link").replaceAll(".*after=([^&>]+).*", "$1"))
                .get("/api/due-work");

        // then
        all.then()
                .statusCode(200)
                .body(
                        "items.patientId",
                        containsInAnyOrder(
                                client.patientId().toString(),
                                second.patientId().toString()))
                .body("items.collect { it.items.item }.flatten()", not(hasItem("CHECK_IN")));
        first.then().body("items", hasSize(1));
        next.then().body("items", hasSize(1)).header("Link", nullValue());
        assertThat(first.<String>path("items[0].patientId")).isNotEqualTo(next.path("items[0].patientId"));
    }

    @Test
    void staffSeeOnlyTheStatusAskedFor() {
        // given
        snooze(clinician(RIVERSIDE), "PHQ-9", today.plusDays(3), "DECLINED");

        // when, then
        staff().queryParam("status", "SNOOZED")
                .get("/api/due-work")
                .then()
                .body("items.collect { it.items.item }.flatten()", contains("PHQ-9"));
        staff().queryParam("status", "OVERDUE")
                .get("/api/due-work")
                .then()
                .body("items.collect { it.items.item }.flatten()", hasItem("GAD-7"))
                .body("items.collect { it.items.item }.flatten()", not(hasItem("PHQ-9")));
    }

    @Test
    void homeworkThatIsNotDoneIsInTheSameList() {
        // given
        var id = clinician(RIVERSIDE)
                .body("{\"kind\": \"READING\", \"task\": \"Chapter 2\", \"dueOn\": \"%s\"}".formatted(today))
                .post("/api/patients/{id}/homework", client.patientId())
                .<String>path("id");

        // when
        var due = client.asSelf().get(DUE, client.patientId());
        database.change("update homework set due_on = ? where patient_id = ?", today.minusDays(1), client.patientId());
        var overdue = staff().queryParam("status", "OVERDUE").get("/api/due-work");
        client.asSelf()
                .body("{}")
                .post("/api/patients/{id}/homework/{homeworkId}/completion", client.patientId(), id)
                .then()
                .statusCode(200);
        var done = client.asSelf().get(DUE, client.patientId());

        // then
        due.then().body("homework.homeworkId", contains(id)).body("homework.status", contains("DUE"));
        overdue.then().body("items[0].homework.homeworkId", contains(id));
        staff().queryParam("status", "SNOOZED").get("/api/due-work").then().body("items", empty());
        done.then().body("homework", empty());
    }

    @Test
    void personIsFollowedUpAfterTheDischarge() {
        // given
        database.change(
                "update episode set admitted_on = ?, ended_on = ? where id = ?",
                today.minusDays(90),
                today.minusDays(31),
                client.admissionId());

        // when, then
        client.asSelf()
                .get(DUE, client.patientId())
                .then()
                .body("items.item", containsInAnyOrder("BAM-30", "PHQ-9"))
                .body("items.kind", contains("AFTER_DISCHARGE", "AFTER_DISCHARGE"));
    }

    @Test
    void personWithoutAnEpisodeHasNothingDue() {
        // given
        var early = new Client(RIVERSIDE, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

        // when, then
        early.asSelf()
                .get(DUE, early.patientId())
                .then()
                .statusCode(200)
                .body("admissionId", nullValue())
                .body("items", empty());
    }

    private RequestSpecification staff() {
        return clinician(RIVERSIDE).queryParam("programId", client.programId());
    }

    private Response snooze(RequestSpecification as, String item, LocalDate until, String reason) {
        return as.body("{\"untilOn\": \"%s\", \"reason\": \"%s\"}".formatted(until, reason))
                .post(SNOOZE, client.patientId(), item);
    }

    private void answer(String answers) {
        client.asSelf()
                .body(Phq9.answered(clock.instant(), answers))
                .post("/api/patients/{id}/assessments", client.patientId())
                .then()
                .statusCode(201);
    }

    private void admittedOn(LocalDate day, Client who) {
        database.change("update episode set admitted_on = ? where id = ?", day, who.admissionId());
    }
}
