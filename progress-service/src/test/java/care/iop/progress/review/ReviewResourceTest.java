package care.iop.progress.review;

import static care.iop.progress.Clinic.clinician;
import static care.iop.progress.Clinic.director;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.progress.Clinic;
import care.iop.progress.Clinic.Client;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import care.iop.progress.assessment.Phq9;
import care.iop.progress.attendance.Bookings;
import care.iop.progress.plan.PlanRequests;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test has an organization of its own, because the watch looks at everybody in one. */
@ServiceTest
class ReviewResourceTest {

    @Inject
    ReviewWatch watch;

    @Inject
    ReviewPolicy policy;

    @Inject
    Clock clock;

    @Inject
    Database database;

    private String organization;
    private LocalDate today;

    @BeforeEach
    void nameOrganization() {
        organization = "review-" + UUID.randomUUID();
        today = LocalDate.now(clock.withZone(policy.zone()));
    }

    @Test
    void figuresOfAGoodMonthSuggestAStepDown() {
        // given
        var client = admit(40);
        aGoodMonth(client);

        // when
        var suggestion = suggestion(client);

        // then
        suggestion
                .body("suggestion", equalTo("STEP_DOWN"))
                .body("findings.findAll { it.direction == 'STEP_DOWN' }.standing", everyItem(equalTo("MET")))
                .body("findings.find { it.code == 'ATTENDANCE_STEADY' }.figures.attendedSessions", equalTo(8))
                .body("findings.find { it.code == 'HOURS_REACHED' }.figures.deliveredMinutes", equalTo(1440))
                .body("findings.find { it.code == 'NO_USE_REPORTED' }.figures.daysReported", equalTo(12))
                .body("findings.find { it.code == 'CRAVING_LOW' }.figures.meanCraving", equalTo(2.0f))
                .body("findings.find { it.code == 'SCORES_BETTER' }.figures.'PHQ-9 baseline'", equalTo(14))
                .body("findings.find { it.code == 'SCORES_BETTER' }.figures.'PHQ-9 latest'", equalTo(4))
                .body("findings.find { it.code == 'OBJECTIVES_MET' }.figures.objectivesMet", equalTo(1));
        reviews(client).body("items", empty());
    }

    @Test
    void nothingKnownIsNothingGood() {
        // given
        var client = admit(20);

        // when
        var suggestion = suggestion(client);

        // then
        suggestion
                .body("suggestion", equalTo("CONTINUE"))
                .body(
                        "findings.findAll { it.standing == 'UNKNOWN' }.code",
                        hasItems(
                                "ATTENDANCE_STEADY",
                                "NO_USE_REPORTED",
                                "CRAVING_LOW",
                                "SCORES_BETTER",
                                "OBJECTIVES_MET"));
    }

    @Test
    void watchRecommendsOnceAndTellsIntake() {
        // given
        var client = admit(10);
        for (int day = 1; day <= 4; day++) {
            checkIn(client, today.minusDays(day), 8, true);
        }

        // when
        look();
        look();

        // then
        reviews(client)
                .body("items.suggestion", contains("STEP_UP"))
                .body("items[0].reasons", hasItems("USE_CONTINUES", "CRAVING_HIGH"))
                .body("items[0].requestedBy", nullValue())
                .body("items[0].findings.find { it.code == 'USE_CONTINUES' }.figures.daysOfUse", equalTo(4));
        try (var kafka = KafkaProbe.connect()) {
            var told = kafka.await(ReviewRecommended.TOPIC, message -> message.value()
                    .contains(client.admissionId().toString()));
            ReviewEventContracts.RECOMMENDED.assertProduced(told.value());
            assertThat(told.value()).contains("\"suggestion\":\"STEP_UP\"").doesNotContain("figures");
        }
    }

    @Test
    void sameSuggestionIsRepeatedOnlyAfterAWhile() {
        // given
        var client = admit(10);
        for (int day = 1; day <= 4; day++) {
            checkIn(client, today.minusDays(day), 2, true);
        }
        look();

        // when
        backdateReviews(client, 13);
        look();

        // then
        reviews(client).body("items", hasSize(1));
        backdateReviews(client, 14);
        look();
        reviews(client).body("items", hasSize(2));
    }

    @Test
    void levelIsLookedAtEveryThirtyDaysWhateverTheFiguresSay() {
        // given
        var early = admit(29);
        var due = admit(30);

        // when
        look();

        // then
        reviews(early).body("items", empty());
        reviews(due).body("items.suggestion", contains("CONTINUE")).body("items[0].reasons", contains("REVIEW_DUE"));
    }

    @Test
    void clockOfTheReviewBeginsAnewWithTheLevel() {
        // given
        var client = admit(40);
        var data = Clinic.admissionData(client, 360);
        data.put("admittedOn", today.minusDays(40));
        data.put("levelOfCare", "1.5");
        data.put("startsOn", today.minusDays(5));
        var changed = KafkaProbe.event(
                        "care.iop.intake.level-of-care-changed.v1", client.admissionId(), organization, data)
                .withVersion(2);
        deliver("intake.admission.v1", changed);

        // when
        look();

        // then
        reviews(client).body("items", empty());
        suggestion(client).body("findings.find { it.code == 'TIME_AT_LEVEL' }.figures.daysAtLevel", equalTo(5));
    }

    @Test
    void clinicianCanAskForAReviewAtAnyTime() {
        // given
        var client = admit(3);

        // when
        var requested = clinician(organization).post("/api/episodes/{id}/level-reviews", client.admissionId());

        // then
        requested.then().statusCode(201).body("suggestion", equalTo("CONTINUE")).body("reasons", contains("REQUESTED"));
        String id = requested.path("id");
        assertThat(requested.header("Location")).endsWith("/api/level-reviews/" + id);
        clinician(organization)
                .get("/api/level-reviews/{id}", id)
                .then()
                .statusCode(200)
                .body("findings", hasSize(15));
    }

    @Test
    void nobodyIsReviewedAfterTheDischarge() {
        // given
        var client = admit(60);
        database.change("update episode set ended_on = ? where id = ?", today, client.admissionId());

        // when
        look();

        // then
        reviews(client).body("items", empty());
        clinician(organization)
                .post("/api/episodes/{id}/level-reviews", client.admissionId())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/episode-ended"));
    }

    @Test
    void criteriaAreReadableByTheDirectorToo() {
        // when
        var criteria = director(organization).get("/api/review-criteria");

        // then
        criteria.then()
                .statusCode(200)
                .body("items", hasSize(15))
                .body("items.ownPolicy", everyItem(equalTo(true)))
                .body(
                        "items.find { it.code == 'USE_CONTINUES' }.sentence",
                        equalTo("Use was reported on at least 4 of the last 14 days."));
    }

    private void aGoodMonth(Client client) {
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (int week = 1; week <= 4; week++) {
            attend(client, monday.minusWeeks(week));
            attend(client, monday.minusWeeks(week).plusDays(2));
        }
        for (int day = 0; day < 12; day++) {
            checkIn(client, today.minusDays(day), 2, false);
        }
        score(client, 38, "2 2 2 2 2 2 2 0 0");
        score(client, 2, "1 1 1 1 0 0 0 0 0");
        PlanRequests.bringIntoForce(client, PlanRequests.content());
        clinician(organization)
                .body("{\"status\": \"MET\"}")
                .post("/api/episodes/{id}/treatment-plan/objectives/O1/progress", client.admissionId())
                .then()
                .statusCode(200);
    }

    private void attend(Client client, LocalDate day) {
        deliver(Bookings.ATTENDANCE, Bookings.marked(client, UUID.randomUUID(), 2, day, 180, "ATTENDED", 180));
    }

    private void checkIn(Client client, LocalDate day, int craving, boolean used) {
        database.texts("select cast(open_month('check_in', ?) as text)", day);
        database.change(
                "insert into check_in (organization_id, id, version, patient_id, for_on, mood, craving, substance_use,"
                        + " sleep_half_hours, note_shared, recorded_at, changed_at)"
                        + " values (?, gen_random_uuid(), 1, ?, ?, 6, ?, ?, 14, false, now(), now())",
                organization,
                client.patientId(),
                day,
                craving,
                used);
    }

    private void score(Client client, int daysAgo, String answers) {
        var takenAt =
                today.minusDays(daysAgo).atTime(12, 0).atZone(policy.zone()).toInstant();
        clinician(organization)
                .body(Phq9.answered(takenAt, answers))
                .post("/api/patients/{id}/assessments", client.patientId())
                .then()
                .statusCode(201);
    }

    /** Noon, so that no change of the clocks moves the day. */
    private void backdateReviews(Client client, int days) {
        database.change(
                "update level_review set recommended_at = ? where admission_id = ?",
                today.minusDays(days).atTime(12, 0).atZone(policy.zone()).toOffsetDateTime(),
                client.admissionId());
    }

    private ValidatableResponse suggestion(Client client) {
        return clinician(organization)
                .get("/api/episodes/{id}/level-suggestion", client.admissionId())
                .then()
                .statusCode(200);
    }

    private ValidatableResponse reviews(Client client) {
        return clinician(organization)
                .get("/api/episodes/{id}/level-reviews", client.admissionId())
                .then()
                .statusCode(200);
    }

    private void look() {
        Clinic.outsideOfARequest(() -> watch.lookAt(organization));
    }

    private Client admit(int daysAgo) {
        var client = new Client(organization, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        var data = Clinic.admissionData(client, 900);
        data.put("admittedOn", today.minusDays(daysAgo));
        deliver(
                "intake.admission.v1",
                KafkaProbe.event("care.iop.intake.patient-admitted.v1", client.admissionId(), organization, data));
        return client;
    }

    private void deliver(String topic, KafkaProbe.Event event) {
        try (var kafka = KafkaProbe.connect()) {
            kafka.publish(topic, event);
        }
        database.awaitHandled(event.id());
    }
}
