package care.iop.intake.authorization;

import static care.iop.intake.Desk.RIVERSIDE;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.intake.Database;
import care.iop.intake.Desk;
import care.iop.intake.ServiceTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The wait for a first service ends with the first session that attendance says was given. */
@ServiceTest
class FirstSessionTest {

    @Inject
    Database database;

    private KafkaProbe kafka;
    private String admissionId;
    private String referralId;

    @BeforeEach
    void admitSomebodyWhoseFirstServiceIsOverdue() {
        kafka = KafkaProbe.connect();
        admissionId = Desk.admit(RIVERSIDE);
        referralId = database.rows("select referral_id from admission where id = ?", UUID.fromString(admissionId))
                .get(0);
        database.execute(
                "update referral set first_contact_at = now() - interval '30 days' where id = ?",
                UUID.fromString(referralId));
        referral().body("access.overdue", hasItem("FIRST_SERVICE"));
    }

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    @Test
    void earliestDeliveredSessionCountsWhateverTheOrderAndNoLongerWhenCorrected() {
        // given
        var missed = UUID.randomUUID();
        var second = UUID.randomUUID();
        var first = UUID.randomUUID();

        // when: nothing delivered in the earliest, and the later of two is told first
        mark(missed, 1, "2026-09-07T13:00:00Z", "NO_SHOW", 0);
        mark(second, 1, "2026-09-11T13:00:00Z", "ATTENDED", 180);
        mark(first, 1, "2026-09-09T13:00:00Z", "PARTIAL", 1);

        // then
        awaitFirstSession(equalTo("2026-09-09T13:00:00Z"));
        referral().body("access.overdue", not(hasItem("FIRST_SERVICE"))).body("access.firstServiceAt", nullValue());
        mark(first, 2, "2026-09-09T13:00:00Z", "EXCUSED", 0);
        awaitFirstSession(equalTo("2026-09-11T13:00:00Z"));
        mark(second, 2, "2026-09-11T13:00:00Z", "NO_SHOW", 0);
        awaitFirstSession(nullValue());
        referral().body("access.overdue", hasItem("FIRST_SERVICE"));
    }

    @Test
    void listOfTheOverdueSaysTheSame() {
        // given
        var patient = database.rows("select patient_id from referral where id = ?", UUID.fromString(referralId))
                .get(0);
        overdueOf(patient).body("items.id", equalTo(List.of(referralId)));

        // when
        mark(UUID.randomUUID(), 1, "2026-09-09T13:00:00Z", "LATE", 170);
        awaitFirstSession(equalTo("2026-09-09T13:00:00Z"));

        // then
        overdueOf(patient).body("items", hasSize(0));
    }

    private static ValidatableResponse overdueOf(String patientId) {
        return Desk.coordinator(RIVERSIDE)
                .queryParam("patientId", patientId)
                .queryParam("overdue", "FIRST_SERVICE")
                .get("/api/referrals")
                .then()
                .statusCode(200);
    }

    private void awaitFirstSession(Matcher<?> expected) {
        await().untilAsserted(() -> referral().body("access.firstSessionAt", expected));
    }

    private ValidatableResponse referral() {
        return Desk.coordinator(RIVERSIDE)
                .get("/api/referrals/{id}", referralId)
                .then()
                .statusCode(200);
    }

    private void mark(UUID booking, long version, String startsAt, String code, int delivered) {
        kafka.publish(
                "scheduling.attendance.v1",
                KafkaProbe.event(
                                "care.iop.scheduling.attendance-recorded.v1",
                                booking,
                                RIVERSIDE,
                                Map.of(
                                        "bookingId", booking,
                                        "admissionId", admissionId,
                                        "code", code,
                                        "kind", "GROUP",
                                        "startsAt", startsAt,
                                        "sessionOn", startsAt.substring(0, 10),
                                        "plannedMinutes", 180,
                                        "deliveredMinutes", delivered))
                        .withVersion(version));
    }
}
