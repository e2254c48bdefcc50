package care.iop.progress.homework;

import static care.iop.progress.Clinic.RIVERSIDE;
import static care.iop.progress.Clinic.clinician;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import care.iop.progress.Clinic;
import care.iop.progress.Clinic.Client;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class HomeworkResourceTest {

    private static final String ALL = "/api/patients/{patientId}/homework";
    private static final String ONE = ALL + "/{homeworkId}";

    @Inject
    Clock clock;

    @Inject
    Database database;

    private Client client;
    private LocalDate today;

    @BeforeEach
    void admit() {
        client = Clinic.admit(RIVERSIDE);
        today = LocalDate.now(clock.withZone(ZoneId.of("America/New_York")));
    }

    @Test
    void clinicianAssignsAndThePersonSeesIt() {
        // when
        var assigned = assign("Fill in the worksheet", today);

        // then
        var id = assigned.<String>path("id");
        assigned.then()
                .statusCode(201)
                .header("Location", endsWith("/homework/" + id))
                .header("ETag", "\"1\"")
                .body("status", equalTo("ASSIGNED"))
                .body("admissionId", equalTo(client.admissionId().toString()))
                .body("dueOn", equalTo(today.toString()));
        client.asSelf()
                .get(ONE, client.patientId(), id)
                .then()
                .statusCode(200)
                .body("task", equalTo("Fill in the worksheet"))
                .body("doneAt", nullValue());
        assertThat(database.texts(
                        "select action from access_log where person_id = ? and resource = 'Homework' order by at",
                        client.patientId()))
                .containsExactly("WRITE", "READ");
    }

    @Test
    void personDoesItOnceHoweverOftenTheySaySo() {
        // given
        var id = assign("Read chapter 2", today).<String>path("id");
        var when = clock.instant().truncatedTo(ChronoUnit.MICROS);

        // when
        var done = finish(id, "{\"doneAt\": \"%s\"}".formatted(when));
        var again = finish(id, "{}");

        // then
        done.then().statusCode(200).body("status", equalTo("DONE")).body("doneAt", equalTo(when.toString()));
        again.then().statusCode(200).header("ETag", done.header("ETag")).body("doneAt", equalTo(when.toString()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void timesAheadAndBeforeTheAssignmentAreRefused(int hours) {
        // given
        var id = assign("Read chapter 2", today).<String>path("id");

        // when
        var response =
                finish(id, "{\"doneAt\": \"%s\"}".formatted(clock.instant().plus(Duration.ofHours(hours))));

        // then
        response.then().statusCode(422).body("errors.pointer", contains("/doneAt"));
    }

    @Test
    void clinicianTakesBackWhatIsNotDone() {
        // given
        var open = assign("Write a letter", today).<String>path("id");
        var done = assign("Read chapter 2", today).<String>path("id");
        finish(done, "{}");

        // when, then
        withdraw(open, null).then().statusCode(428);
        withdraw(open, "\"7\"").then().statusCode(412);
        withdraw(open, "\"1\"").then().statusCode(200).body("withdrawnAt", notNullValue());
        withdraw(open, "\"2\"").then().statusCode(409).body("type", equalTo("/problems/homework-ended"));
        withdraw(done, "\"2\"").then().statusCode(409);
        finish(open, "{}").then().statusCode(409);
        list("ASSIGNED").then().body("items", empty());
        list("DONE").then().body("items.id", contains(done));
        list("WITHDRAWN").then().body("items.id", contains(open));
        clinician(RIVERSIDE).get(ALL, client.patientId()).then().body("items.id", contains(open, done));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 201", "-1, 1, 422", "0, 0, 422", "0, 500, 201", "0, 501, 422"})
    void daysAndTextsHaveTheirLimits(int days, int length, int status) {
        // when, then
        assign("x".repeat(length), today.plusDays(days)).then().statusCode(status);
    }

    @Test
    void anothersHomeworkReadsAsAbsent() {
        // given
        var id = assign("Read chapter 2", today).<String>path("id");
        var other = Clinic.admit(RIVERSIDE);

        // when, then
        other.asSelf().get(ONE, client.patientId(), id).then().statusCode(404);
        other.asSelf().get(ONE, other.patientId(), id).then().statusCode(404);
        other.asSelf()
                .body("{}")
                .post(ONE + "/completion", other.patientId(), id)
                .then()
                .statusCode(404);
        finish(UUID.randomUUID().toString(), "{}").then().statusCode(404);
    }

    private Response assign(String task, LocalDate dueOn) {
        return clinician(RIVERSIDE)
                .body("{\"kind\": \"WORKSHEET\", \"task\": \"%s\", \"dueOn\": \"%s\"}".formatted(task, dueOn))
                .post(ALL, client.patientId());
    }

    private Response finish(String id, String body) {
        return client.asSelf().body(body).post(ONE + "/completion", client.patientId(), id);
    }

    private Response withdraw(String id, String tag) {
        var request = clinician(RIVERSIDE);
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return request.post(ONE + "/withdrawal", client.patientId(), id);
    }

    private Response list(String status) {
        return client.asSelf().queryParam("status", status).get(ALL, client.patientId());
    }
}
