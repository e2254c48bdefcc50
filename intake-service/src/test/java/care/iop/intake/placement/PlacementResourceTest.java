package care.iop.intake.placement;

import static care.iop.intake.Desk.RIVERSIDE;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import care.iop.chassis.testing.TestTokens;
import care.iop.intake.Desk;
import care.iop.intake.IntakeRoles;
import care.iop.intake.ServiceTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class PlacementResourceTest {

    @Test
    void theClinicianIsTheCaller() {
        // given
        var referralId = Desk.refer(RIVERSIDE);
        Desk.step(RIVERSIDE, referralId, "screening").statusCode(200);
        var clinician = TestTokens.bearerAs("clinician-7", RIVERSIDE, IntakeRoles.CLINICIAN);

        // when
        var recorded =
                Desk.json(clinician).body(Desk.placement("2.1")).post("/api/referrals/{id}/placements", referralId);

        // then
        recorded.then()
                .statusCode(201)
                .body("decidedBy", equalTo("clinician-7"))
                .body("levelOfCare", equalTo("2.1"))
                .body("disclaimer", containsString("decision of a clinician"));
        Desk.coordinator(RIVERSIDE)
                .get(recorded.header("Location"))
                .then()
                .statusCode(200)
                .body("rationale", equalTo("Needs more structure than weekly sessions give."));
    }

    @Test
    void theLatestPlacementCountsAndAllStay() {
        // given
        var referralId = Desk.refer(RIVERSIDE);
        Desk.step(RIVERSIDE, referralId, "screening").statusCode(200);
        Desk.place(RIVERSIDE, referralId, "3.5").statusCode(201);
        Desk.step(RIVERSIDE, referralId, "waitlisting")
                .statusCode(409)
                .body("type", equalTo("/problems/level-not-served"));

        // when
        Desk.place(RIVERSIDE, referralId, "2.5").statusCode(201);

        // then
        Desk.clinician(RIVERSIDE)
                .get("/api/referrals/{id}/placements", referralId)
                .then()
                .body("items.levelOfCare", contains("3.5", "2.5"));
        Desk.step(RIVERSIDE, referralId, "waitlisting").statusCode(204);
    }

    @Test
    void nobodyWaitlistsOnADecisionThatTheyHaveNotSeen() {
        // given
        var referralId = Desk.refer(RIVERSIDE);
        Desk.step(RIVERSIDE, referralId, "screening").statusCode(200);
        Desk.place(RIVERSIDE, referralId, "2.1").statusCode(201);
        var seen = Desk.coordinator(RIVERSIDE)
                .get("/api/referrals/{id}", referralId)
                .header("ETag");
        Desk.place(RIVERSIDE, referralId, "2.5").statusCode(201);

        // when
        var refused = Desk.coordinator(RIVERSIDE)
                .header("If-Match", seen)
                .body(Map.of("pregnant", false, "injecting", false))
                .post("/api/referrals/{id}/waitlisting", referralId)
                .then();

        // then
        refused.statusCode(412);
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, ASAM3, 422",
        "1, ASAM4, 422",
        "3.3, ASAM4, 422",
        "1.5, ASAM4, 201",
        "1, ASAM3, 201",
        "2.10, ASAM4, 400",
        "LEVEL_2_1, ASAM4, 400"
    })
    void aLevelBelongsToItsEdition(String level, String edition, int status) {
        // given
        var referralId = Desk.refer(RIVERSIDE);
        Desk.step(RIVERSIDE, referralId, "screening").statusCode(200);

        // when
        var answer = Desk.clinician(RIVERSIDE)
                .body(Map.of("levelOfCare", level, "criteriaEdition", edition, "rationale", "See notes."))
                .post("/api/referrals/{id}/placements", referralId)
                .then();

        // then
        answer.statusCode(status);
    }

    @Test
    void aReferralThatIsNotInScreeningCannotBePlaced() {
        // given
        var referralId = Desk.refer(RIVERSIDE);

        // when
        var refused = Desk.place(RIVERSIDE, referralId, "2.1");

        // then
        refused.statusCode(409)
                .body("detail", containsString("The referral is RECEIVED and can't be placed. Acknowledge it"));
    }

    @Test
    void aPlacementNeedsItsReason() {
        // given
        var referralId = Desk.refer(RIVERSIDE);

        // when
        var refused = Desk.clinician(RIVERSIDE)
                .body(Map.of("levelOfCare", "2.1", "criteriaEdition", "ASAM4"))
                .post("/api/referrals/{id}/placements", referralId)
                .then();

        // then
        refused.statusCode(422).body("errors.pointer", contains("/rationale"));
    }

    @Test
    void aPlacementIsFoundOnlyUnderItsOwnReferral() {
        // given
        var placementId = Desk.clinician(RIVERSIDE)
                .get("/api/referrals/{id}/placements", Desk.accepted(RIVERSIDE, "2.1"))
                .<String>path("items[0].id");

        // when
        var elsewhere = Desk.clinician(RIVERSIDE)
                .get("/api/referrals/{id}/placements/{placement}", Desk.refer(RIVERSIDE), placementId)
                .then();

        // then
        elsewhere.statusCode(404);
    }
}
