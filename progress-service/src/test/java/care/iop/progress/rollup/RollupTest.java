package care.iop.progress.rollup;

import static care.iop.progress.Clinic.clinician;
import static care.iop.progress.Clinic.director;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.progress.Clinic;
import care.iop.progress.Clinic.Client;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import care.iop.progress.attendance.Bookings;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test has an organization of its own, so that nobody else adds to its programs. */
@ServiceTest
class RollupTest {

    @Inject
    Database database;

    @Inject
    FoldProgramWeeks foldProgramWeeks;

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private String organization;
    private KafkaProbe kafka;

    @BeforeEach
    void connect() {
        organization = "rollup-" + UUID.randomUUID();
        kafka = KafkaProbe.connect();
    }

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverHappensTheRollupsAreWhatTheFactsComeTo(long seed) {
        // given
        var story = new Story(seed, database, kafka, organization);
        var recount = new Recount(database, organization);

        for (int chapter = 0; chapter < 3; chapter++) {
            // when
            story.happen(40);
            if (chapter == 1) {
                Clinic.outsideOfARequest(foldProgramWeeks::fold);
            }

            // then
            recount.equalsRollups();
        }
        assertThat(recount.programWeeks()).isNotEmpty();
        assertThat(recount.weeklyCheckIns()).isNotEmpty();
        assertThat(recount.weeklyAttendance()).isNotEmpty();
    }

    @Test
    void programsWeekIsCountedByHand() {
        // given two people of a program: one reports today with use and yesterday without, one reports nothing
        var program = UUID.randomUUID();
        var reporting = admit(program, today.minusDays(1));
        admit(program, today.minusDays(1));
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));

        // when
        report(reporting, today, 4, 7, true, 6.5);
        mark(reporting, today, 180, "ATTENDED", 170);
        mark(reporting, today, 120, "NO_SHOW", 0);

        // then
        weekOf(program, monday)
                .body("peopleReporting", equalTo(1))
                .body("peopleUsing", equalTo(1))
                .body("reportedDays", equalTo(1))
                .body("useDays", equalTo(1))
                .body("meanMood", equalTo(4.0f))
                .body("meanCraving", equalTo(7.0f))
                .body("meanSleepHours", equalTo(6.5f))
                .body("attendance.scheduledUnits", equalTo(2))
                .body("attendance.attendanceRate", equalTo(0.5f))
                .body("attendance.plannedMinutes", equalTo(300))
                .body("attendance.deliveredMinutes", equalTo(170))
                .body("ended", equalTo(0));
    }

    @Test
    void correctionChangesOnlyItsDay() {
        // given
        var client = admit(UUID.randomUUID(), today.minusDays(30));
        report(client, today, 4, 7, true, 6.5);
        report(client, today.minusDays(7), 8, 2, false, 8);

        // when
        correct(client, today, 6, 3, false, 7);

        // then
        clinician(organization)
                .get("/api/episodes/{id}/check-in-weeks", client.admissionId())
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].reportedOn", contains(today.toString()))
                .body("items[0].useOn", empty())
                .body("items[0].meanMood", equalTo(6.0f))
                .body("items[0].meanCraving", equalTo(3.0f))
                .body("items[0].meanSleepHours", equalTo(7.0f))
                .body("items[1].reportedOn", contains(today.minusDays(7).toString()))
                .body("items[1].meanMood", equalTo(8.0f));
        new Recount(database, organization).equalsRollups();
    }

    @Test
    void reportsFromBeforeAnAdmissionAreNotOfItUntilItIsToldToHaveBegunEarlier() {
        // given
        var client = admit(UUID.randomUUID(), today);
        report(client, today.minusDays(3), 5, 5, false, 7);
        weeks(client).body("items", empty());

        // when
        var data = Clinic.admissionData(client, 900);
        data.put("admittedOn", today.minusDays(3).toString());
        handle(
                "intake.admission.v1",
                KafkaProbe.event("care.iop.intake.level-of-care-changed.v1", client.admissionId(), organization, data)
                        .withVersion(2));

        // then
        weeks(client).body("items[0].reportedOn", contains(today.minusDays(3).toString()));
    }

    @Test
    void programThatNobodyWasAdmittedToIsNotFound() {
        // when
        var response = director(organization).get("/api/programs/{id}/weeks", UUID.randomUUID());

        // then
        response.then().statusCode(404);
    }

    @Test
    void weekThatIsNoneIsRefused() {
        // given
        var client = admit(UUID.randomUUID(), today);

        // when
        var response = director(organization)
                .queryParam("from", "2026-W60")
                .get("/api/programs/{id}/weeks", client.programId());

        // then
        response.then().statusCode(422);
    }

    private Client admit(UUID program, LocalDate admittedOn) {
        var client = new Client(organization, UUID.randomUUID(), UUID.randomUUID(), program);
        var data = Clinic.admissionData(client, 900);
        data.put("admittedOn", admittedOn.toString());
        handle(
                "intake.admission.v1",
                KafkaProbe.event("care.iop.intake.patient-admitted.v1", client.admissionId(), organization, data));
        return client;
    }

    private void mark(Client client, LocalDate sessionOn, int planned, String code, int delivered) {
        handle(Bookings.ATTENDANCE, Bookings.marked(client, UUID.randomUUID(), 2, sessionOn, planned, code, delivered));
    }

    private void handle(String topic, KafkaProbe.Event event) {
        kafka.publish(topic, event);
        database.awaitHandled(event.id());
    }

    private ValidatableResponse weekOf(UUID program, LocalDate monday) {
        return director(organization)
                .get("/api/programs/{id}/weeks", program)
                .then()
                .statusCode(200)
                .rootPath("items.find { it.startsOn == '" + monday + "' }");
    }

    private ValidatableResponse weeks(Client client) {
        return clinician(organization)
                .get("/api/episodes/{id}/check-in-weeks", client.admissionId())
                .then()
                .statusCode(200);
    }

    private static void report(Client client, LocalDate day, int mood, int craving, boolean use, double sleep) {
        var report = new HashMap<>(values(mood, craving, use, sleep));
        report.put("forOn", day.toString());
        client.asSelf()
                .body(report)
                .post("/api/patients/{id}/check-ins", client.patientId())
                .then()
                .statusCode(201);
    }

    private static void correct(Client client, LocalDate day, int mood, int craving, boolean use, double sleep) {
        client.asSelf()
                .header("If-Match", "\"1\"")
                .body(values(mood, craving, use, sleep))
                .put("/api/patients/{id}/check-ins/{day}", client.patientId(), day.toString())
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> values(int mood, int craving, boolean use, double sleep) {
        return Map.of("mood", mood, "craving", craving, "substanceUse", use, "sleepHours", sleep);
    }
}
