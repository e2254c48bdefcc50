package care.iop.intake.screening;

import static care.iop.intake.Desk.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import care.iop.chassis.caller.Acting;
import care.iop.chassis.testing.TestTokens;
import care.iop.intake.Desk;
import care.iop.intake.IntakeRoles;
import care.iop.intake.ServiceTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class ScreeningAssessmentResourceTest {

    private static final String PATH = "/api/referrals/{id}/screening-assessments";

    @Inject
    Acting acting;

    @Inject
    ScreeningAssessments assessments;

    @Test
    void theServiceScoresAndTheRecorderIsTheCaller() {
        // given
        var referralId = Desk.refer(RIVERSIDE);
        var clinician = TestTokens.bearerAs("clinician-7", RIVERSIDE, IntakeRoles.CLINICIAN);

        // when
        var recorded = Desk.json(clinician).body(Desk.screening()).post(PATH, referralId);

        // then
        recorded.then()
                .statusCode(201)
                .body("recordedBy", equalTo("clinician-7"))
                .body("answers.'9'", equalTo(0))
                .body("score.total", equalTo(8))
                .body("score.band", equalTo("mild"))
                .body("score.scorerVersion", equalTo("phq-9/1"));
        assertThat(Desk.coordinator(RIVERSIDE).get(recorded.header("Location")).asString())
                .isEqualTo(recorded.asString());
    }

    @Test
    void aCorrectionIsANewVersionAndTheOldOneStays() {
        // given
        var referralId = Desk.refer(RIVERSIDE);
        var id = Desk.screened(RIVERSIDE, referralId);
        var right = Desk.screeningCorrection();
        right.put("answers", Map.of("9", 2));

        // when
        var correction = Desk.clinician(RIVERSIDE).body(right).post(PATH + "/{assessment}/corrections", referralId, id);

        // then
        correction
                .then()
                .statusCode(201)
                .body("supersedes", equalTo(id))
                .body("score.safetyFlags.code", contains("SUICIDAL_THOUGHTS"));
        String correctionId = correction.path("id");
        Desk.clinician(RIVERSIDE)
                .get(PATH, referralId)
                .then()
                .body("items.id", contains(id, correctionId))
                .body("items.supersededBy", contains(correctionId, null))
                .body("items[0].score.total", equalTo(8))
                .body("items[1].score.total", nullValue());
        Desk.clinician(RIVERSIDE).get(correction.header("Location")).then().statusCode(200);
    }

    @Test
    void onlyTheVersionInForceCanBeCorrected() {
        // given
        var referralId = Desk.refer(RIVERSIDE);
        var id = Desk.screened(RIVERSIDE, referralId);
        Desk.clinician(RIVERSIDE)
                .body(Desk.screeningCorrection())
                .post(PATH + "/{assessment}/corrections", referralId, id)
                .then()
                .statusCode(201);

        // when
        var refused = Desk.clinician(RIVERSIDE)
                .body(Desk.screeningCorrection())
                .post(PATH + "/{assessment}/corrections", referralId, id)
                .then();

        // then
        refused.statusCode(409).body("type", equalTo("/problems/screening-already-corrected"));
    }

    @Test
    void theLatestOfEachInstrumentCountsByTheTimeItWasTaken() {
        // given
        var referralId = Desk.refer(RIVERSIDE);
        var latest = Desk.screened(RIVERSIDE, referralId);
        var earlier = Desk.screening();
        earlier.put("takenAt", Instant.now().minus(Duration.ofDays(3)).toString());
        Desk.clinician(RIVERSIDE).body(earlier).post(PATH, referralId).then().statusCode(201);

        // when
        var found = CompletableFuture.supplyAsync(() -> {
                    var latestOfEach = new TreeMap<String, ScreeningAssessments.Latest>();
                    acting.forOrganization(
                            RIVERSIDE,
                            "test",
                            () -> latestOfEach.putAll(assessments.latest(UUID.fromString(referralId))));
                    return latestOfEach;
                })
                .join();

        // then
        assertThat(found).containsOnlyKeys("PHQ-9");
        assertThat(found.values())
                .allSatisfy(phq9 -> assertThat(phq9.assessmentId()).hasToString(latest))
                .allSatisfy(phq9 -> assertThat(phq9.score().total()).isEqualTo(8));
    }

    @ParameterizedTest
    @CsvSource({"MALE, negative", "FEMALE, positive", ", positive"})
    void theCutOffGoesByThePatientsRecord(String sex, String band) {
        // given
        var person = Desk.person();
        person.put("sexAtBirth", sex);
        var referral = Desk.referral();
        referral.put("patient", person);
        String referralId = Desk.coordinator(RIVERSIDE)
                .body(referral)
                .post("/api/referrals")
                .path("id");
        var form = Desk.screening();
        form.put("instrument", "AUDIT-C");
        form.put("answers", Map.of("1", 2, "2", 1, "3", 0));

        // when
        var recorded =
                Desk.clinician(RIVERSIDE).body(form).post(PATH, referralId).then();

        // then
        recorded.statusCode(201).body("score.total", equalTo(3)).body("score.band", equalTo(band));
    }

    @ParameterizedTest
    @CsvSource({"-366, 422", "-364, 201", "0, 201", "1, 422", "2900000, 422"})
    void theTimeItWasTakenIsNotInTheFutureNorLongAgo(long days, int status) {
        // given
        var form = Desk.screening();
        form.put("takenAt", Instant.now().plus(Duration.ofDays(days)).toString());

        // when
        var answer = Desk.clinician(RIVERSIDE)
                .body(form)
                .post(PATH, Desk.refer(RIVERSIDE))
                .then();

        // then
        answer.statusCode(status);
    }

    @Test
    void refusedAnswersAreNotRecorded() {
        // given
        var referralId = Desk.refer(RIVERSIDE);
        var form = Desk.screening();
        form.put("answers", Map.of("1", 4, "12", 0));

        // when
        var refused =
                Desk.clinician(RIVERSIDE).body(form).post(PATH, referralId).then();

        // then
        refused.statusCode(422).body("errors.pointer", containsInAnyOrder("/answers/1", "/answers/12"));
        Desk.clinician(RIVERSIDE).get(PATH, referralId).then().body("items.size()", equalTo(0));
    }

    @Test
    void anUnknownInstrumentIsRefused() {
        // given
        var form = Desk.screening();
        form.put("instrument", "PHQ-99");

        // when
        var refused = Desk.clinician(RIVERSIDE)
                .body(form)
                .post(PATH, Desk.refer(RIVERSIDE))
                .then();

        // then
        refused.statusCode(422).body("errors.pointer", contains("/instrument"));
    }
}
