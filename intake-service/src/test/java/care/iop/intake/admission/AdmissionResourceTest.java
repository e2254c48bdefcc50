package care.iop.intake.admission;

import static care.iop.intake.Desk.LAKESIDE;
import static care.iop.intake.Desk.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.intake.Database;
import care.iop.intake.Desk;
import care.iop.intake.ServiceTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class AdmissionResourceTest {

    @Inject
    Database database;

    @Test
    void admissionOpensTheEpisodeAndTellsOfIt() {
        // given
        var referralId = Desk.accepted(RIVERSIDE, "2.1");
        var request = Desk.admission(referralId);

        // when
        var admitted = Desk.coordinator(RIVERSIDE).body(request).post("/api/admissions");

        // then
        admitted.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("referralId", equalTo(referralId))
                .body("programId", equalTo(request.get("programId")))
                .body("levelOfCare", equalTo("2.1"))
                .body("criteriaEdition", equalTo("ASAM4"))
                .body("prescribedMinutesPerWeek", equalTo(900))
                .body("warnings", empty())
                .body("levelOfCareHistory", hasSize(1))
                .body("levelOfCareHistory[0].levelOfCare", equalTo("2.1"))
                .body("levelOfCareHistory[0].startsOn", equalTo(request.get("admittedOn")));
        Desk.clinician(RIVERSIDE)
                .get(admitted.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("id", equalTo(admitted.path("id")));
        Desk.clinician(RIVERSIDE).get("/api/referrals/{id}", referralId).then().body("status", equalTo("ADMITTED"));
        try (var kafka = KafkaProbe.connect()) {
            var told =
                    kafka.awaitEvent(PatientAdmitted.TOPIC, PatientAdmitted.TYPE, UUID.fromString(admitted.path("id")));
            PatientAdmittedContractTest.CONTRACT.assertProduced(told.data().toString());
            assertThat(told.version()).isZero();
            assertThat(told.data().path("patientId").asText()).isEqualTo(admitted.path("patientId"));
            assertThat(told.data().path("levelOfCare").asText()).isEqualTo("2.1");
            assertThat(told.data().path("admittedOn").asText()).isEqualTo(request.get("admittedOn"));
            assertThat(told.data().path("prescribedMinutesPerWeek").asInt()).isEqualTo(900);
            assertThat(told.data().path("payerCategory").asText()).isEqualTo("UNKNOWN");
            kafka.await(
                    "intake.referral.v1",
                    message -> referralId.equals(message.key())
                            && String.valueOf(message.value()).contains("ADMITTED"));
        }
    }

    @Test
    void whoPaysIsToldAsACategoryAndWithoutANumber() {
        // given
        var insured = Desk.accepted(RIVERSIDE, "2.1");
        var verification = Desk.verification();
        verification.put(
                "terms",
                Map.of(
                        "payer", Map.of("name", "Example Health Plan"),
                        "planType", "MEDICAID",
                        "memberNumber", "MEM-7781"));
        Desk.coordinator(RIVERSIDE)
                .body(verification)
                .post("/api/patients/{id}/benefit-verifications", Desk.patientOf(RIVERSIDE, insured))
                .then()
                .statusCode(201);
        var paying = Desk.accepted(RIVERSIDE, "2.1");
        Desk.agreedToPay(RIVERSIDE, Desk.patientOf(RIVERSIDE, paying));

        // when
        var insuredAdmission =
                Desk.coordinator(RIVERSIDE).body(Desk.admission(insured)).post("/api/admissions");
        var payingAdmission =
                Desk.coordinator(RIVERSIDE).body(Desk.admission(paying)).post("/api/admissions");

        // then
        try (var kafka = KafkaProbe.connect()) {
            var told = kafka.awaitEvent(
                    PatientAdmitted.TOPIC, PatientAdmitted.TYPE, UUID.fromString(insuredAdmission.path("id")));
            assertThat(told.data().path("payerCategory").asText()).isEqualTo("MEDICAID");
            assertThat(told.data().toString()).doesNotContain("MEM-7781").doesNotContain("Example Health Plan");
            assertThat(kafka.awaitEvent(
                                    PatientAdmitted.TOPIC,
                                    PatientAdmitted.TYPE,
                                    UUID.fromString(payingAdmission.path("id")))
                            .data()
                            .path("payerCategory")
                            .asText())
                    .isEqualTo("SELF_PAY");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2.1, 540, 201",
        "2.1, 525, 422",
        "2.1, 541, 422",
        "2.1, 1185, 201",
        "2.1, 1215, 422",
        "2.1, 0, 422",
        "2.1, -900, 422",
        "2.5, 1200, 201",
        "2.5, 1185, 422",
        "2.5, 2400, 201",
        "2.5, 2415, 422"
    })
    void prescriptionLiesInTheBandOfTheLevel(String level, int minutes, int status) {
        // given
        var request = Desk.admission(Desk.accepted(RIVERSIDE, level));
        request.put("prescribedMinutesPerWeek", minutes);

        // when
        var answer = Desk.coordinator(RIVERSIDE)
                .body(request)
                .post("/api/admissions")
                .then();

        // then
        answer.statusCode(status);
        if (status == 422) {
            answer.body("errors.pointer", contains("/prescribedMinutesPerWeek"))
                    .body("errors[0].detail", containsString("at level " + level));
        } else {
            answer.body("warnings", empty());
        }
    }

    @Test
    void twentyHoursAtLevelTwoOneAreAcceptedWithAWarning() {
        // given
        var request = Desk.admission(Desk.accepted(RIVERSIDE, "2.1"));
        request.put("prescribedMinutesPerWeek", 1200);

        // when
        var answer = Desk.coordinator(RIVERSIDE)
                .body(request)
                .post("/api/admissions")
                .then();

        // then
        answer.statusCode(201).body("warnings", contains("AT_PHP_THRESHOLD"));
    }

    @ParameterizedTest
    @CsvSource({"-365, 201", "-366, 422", "90, 201", "91, 422"})
    void admissionDayIsNoSlip(int daysFromToday, int status) {
        // given
        var request = Desk.admission(Desk.accepted(RIVERSIDE, "2.1"));
        request.put(
                "admittedOn",
                LocalDate.now(ZoneOffset.UTC).plusDays(daysFromToday).toString());

        // when
        var answer = Desk.coordinator(RIVERSIDE)
                .body(request)
                .post("/api/admissions")
                .then();

        // then
        answer.statusCode(status);
    }

    @Test
    void onlyAnAcceptedReferralIsAdmitted() {
        // given
        var referralId = Desk.refer(RIVERSIDE);

        // when
        var refused = Desk.coordinator(RIVERSIDE)
                .body(Desk.admission(referralId))
                .post("/api/admissions")
                .then();

        // then
        refused.statusCode(409).body("type", equalTo("/problems/referral-move-not-allowed"));
    }

    @Test
    void aSecondAdmissionOfAReferralIsRefused() {
        // given
        var referralId = Desk.accepted(RIVERSIDE, "2.1");
        Desk.coordinator(RIVERSIDE)
                .body(Desk.admission(referralId))
                .post("/api/admissions")
                .then()
                .statusCode(201);

        // when
        var refused = Desk.coordinator(RIVERSIDE)
                .body(Desk.admission(referralId))
                .post("/api/admissions")
                .then();

        // then
        refused.statusCode(409).body("type", equalTo("/problems/already-admitted"));
    }

    @Test
    void aPatientHasOneAdmissionAtATime() {
        // given
        var first = Desk.accepted(RIVERSIDE, "2.1");
        String patientId = Desk.coordinator(RIVERSIDE)
                .body(Desk.admission(first))
                .post("/api/admissions")
                .then()
                .extract()
                .path("patientId");
        String second = Desk.coordinator(RIVERSIDE)
                .body(Map.of("patientId", patientId, "source", "SELF"))
                .post("/api/referrals")
                .then()
                .extract()
                .path("id");
        Desk.step(RIVERSIDE, second, "screening").statusCode(200);
        Desk.place(RIVERSIDE, second, "2.1").statusCode(201);

        // when
        var refused = Desk.coordinator(RIVERSIDE)
                .body(Desk.admission(second))
                .post("/api/admissions")
                .then();

        // then
        refused.statusCode(409).body("type", equalTo("/problems/patient-already-admitted"));
        Desk.clinician(RIVERSIDE).get("/api/referrals/{id}", second).then().body("status", equalTo("PLACED"));
    }

    @RepeatedTest(5)
    void ofTwoCoordinatorsOneAdmits() throws Exception {
        // given
        var referralId = Desk.accepted(RIVERSIDE, "2.1");
        var together = new CyclicBarrier(2);
        Callable<Response> admit = () -> {
            var request = Desk.coordinator(RIVERSIDE).body(Desk.admission(referralId));
            together.await();
            return request.post("/api/admissions");
        };

        // when
        var answers = new ArrayList<Response>();
        var coordinators = Executors.newFixedThreadPool(2);
        try {
            for (var answer : coordinators.invokeAll(List.of(admit, admit))) {
                answers.add(answer.get());
            }
        } finally {
            coordinators.shutdownNow();
        }

        // then
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 409);
        assertThat(database.number("select count(*) from admission where referral_id = ?", UUID.fromString(referralId)))
                .isEqualTo(1);
    }

    @Test
    void aRetryWithTheSameKeyAdmitsOnce() {
        // given
        var key = UUID.randomUUID().toString();
        var request = Desk.admission(Desk.accepted(RIVERSIDE, "2.1"));
        String first = Desk.coordinator(RIVERSIDE)
                .header("Idempotency-Key", key)
                .body(request)
                .post("/api/admissions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // when
        var retry = Desk.coordinator(RIVERSIDE)
                .header("Idempotency-Key", key)
                .body(request)
                .post("/api/admissions")
                .then();

        // then
        retry.statusCode(201).body("id", equalTo(first));
    }

    @Test
    void listNarrowsByPatientAndProgram() {
        // given
        var organization = "admissions-" + UUID.randomUUID();
        var first = Desk.admit(organization);
        var second = Desk.admit(organization);
        var read = Desk.clinician(organization).get("/api/admissions/{id}", second);

        // then
        assertThat(list(organization, "limit", "2")).containsExactly(first, second);
        assertThat(list(organization, "patientId", read.path("patientId"))).containsExactly(second);
        assertThat(list(organization, "programId", read.path("programId"))).containsExactly(second);
        assertThat(list(LAKESIDE, "programId", read.path("programId"))).isEmpty();
    }

    private static List<String> list(String organization, String filter, String value) {
        return Desk.clinician(organization)
                .queryParam(filter, value)
                .get("/api/admissions")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }
}
