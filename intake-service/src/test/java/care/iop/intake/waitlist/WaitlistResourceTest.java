package care.iop.intake.waitlist;

import static care.iop.intake.Desk.RIVERSIDE;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import care.iop.intake.Desk;
import care.iop.intake.ServiceTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class WaitlistResourceTest {

    private final String organization = "waiting-" + UUID.randomUUID();

    @Test
    void everybodyWaitsInTheOrderOfTheLawWithAReason() {
        // given
        var first = listed(false, false);
        var injecting = listed(false, true);
        var pregnant = listed(true, false);
        var both = listed(true, true);

        // when
        var line = Desk.clinician(organization).get("/api/waitlist").then();

        // then
        line.statusCode(200)
                .body("items.referralId", contains(both, pregnant, injecting, first))
                .body("items.position", contains(1, 2, 3, 4))
                .body("items[0].explanation", equalTo("1st: nobody is ahead."))
                .body(
                        "items[3].explanation",
                        equalTo("4th: 1 pregnant person who injects drugs, 1 pregnant person and 1 person who injects"
                                + " drugs are ahead."))
                .body("items[0].interimServicesDueAt", notNullValue())
                .body("items[3].interimServicesDueAt", nullValue());
    }

    @Test
    void whoIsAdmittedOrGoneNoLongerWaits() {
        // given
        var admitted = listed(false, false);
        var lost = listed(false, false);
        var waiting = listed(false, false);
        Desk.coordinator(organization)
                .body(Desk.admission(admitted))
                .post("/api/admissions")
                .then()
                .statusCode(201);
        Desk.step(organization, lost, "loss").statusCode(200);

        // when
        var line = Desk.coordinator(organization).get("/api/waitlist").then();

        // then
        line.body("items.referralId", contains(waiting)).body("items[0].position", equalTo(1));
    }

    @Test
    void silenceIsNotANo() {
        // given
        var id = Desk.accepted(RIVERSIDE, "2.1");

        // when
        var refused = Desk.coordinator(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("pregnant", false))
                .post("/api/referrals/{id}/waitlisting", id)
                .then();

        // then
        refused.statusCode(422).body("errors.pointer", contains("/injecting"));
    }

    @ParameterizedTest
    @CsvSource({"0, 201", "3, 422", "-3, 422"})
    void interimServicesAreGivenBetweenTheRequestAndToday(int days, int status) {
        // given
        var id = listed(true, false);

        // when
        var answer = give(id, LocalDate.now(ZoneOffset.UTC).plusDays(days).toString());

        // then
        answer.statusCode(status);
        Desk.coordinator(organization)
                .get("/api/waitlist")
                .then()
                .body("items[0].interimServices", hasSize(status == 201 ? 1 : 0));
    }

    @Test
    void interimServicesAreForThoseOnTheList() {
        // given
        var id = Desk.accepted(organization, "2.1");

        // when
        var refused = give(id, LocalDate.now(ZoneOffset.UTC).toString());

        // then
        refused.statusCode(404);
    }

    private ValidatableResponse give(String referralId, String day) {
        return Desk.clinician(organization)
                .body(Map.of("kind", "PRENATAL_CARE_REFERRAL", "givenOn", day))
                .post("/api/referrals/{id}/interim-services", referralId)
                .then();
    }

    private String listed(boolean pregnant, boolean injecting) {
        var id = Desk.accepted(organization, "2.1");
        Desk.coordinator(organization)
                .header("If-Match", "*")
                .body(Map.of("pregnant", pregnant, "injecting", injecting))
                .post("/api/referrals/{id}/waitlisting", id)
                .then()
                .statusCode(204);
        return id;
    }
}
