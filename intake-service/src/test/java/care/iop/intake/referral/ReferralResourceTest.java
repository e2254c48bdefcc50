package care.iop.intake.referral;

import static care.iop.intake.Desk.LAKESIDE;
import static care.iop.intake.Desk.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.intake.Database;
import care.iop.intake.Desk;
import care.iop.intake.ServiceTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class ReferralResourceTest {

    private static final String TOPIC = "intake.referral.v1";

    @Inject
    Database database;

    @Test
    void aNewPersonIsRegisteredWithTheirReferral() {
        // when
        var received = Desk.coordinator(RIVERSIDE).body(Desk.referral()).post("/api/referrals");

        // then
        received.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("status", equalTo("RECEIVED"))
                .body("acknowledgedAt", nullValue());
        Desk.clinician(RIVERSIDE)
                .get(received.header("Location"))
                .then()
                .statusCode(200)
                .body("reason", equalTo("Leaves residential treatment on Friday."));
        Desk.clinician(RIVERSIDE)
                .get("/api/patients/{id}", received.<String>path("patientId"))
                .then()
                .statusCode(200)
                .body("familyName", equalTo("Example"));
    }

    @Test
    void aKnownPatientIsReferredByIdentifier() {
        // given
        var patientId = Desk.register(RIVERSIDE);

        // when
        var received = Desk.coordinator(RIVERSIDE)
                .body(Map.of("patientId", patientId, "source", "SELF"))
                .post("/api/referrals")
                .then();

        // then
        received.statusCode(201).body("patientId", equalTo(patientId)).body("urgency", equalTo("ROUTINE"));
    }

    @Test
    void exactlyOnePatientIsDemanded() {
        // given
        var both = Desk.referral();
        both.put("patientId", Desk.register(RIVERSIDE));

        // when
        var refusedBoth =
                Desk.coordinator(RIVERSIDE).body(both).post("/api/referrals").then();
        var refusedNone = Desk.coordinator(RIVERSIDE)
                .body(Map.of("source", "SELF"))
                .post("/api/referrals")
                .then();

        // then
        refusedBoth.statusCode(422).body("errors.pointer", contains("/patientId"));
        refusedNone.statusCode(422).body("errors.pointer", contains("/patientId"));
    }

    @Test
    void aPatientOfAnotherOrganizationIsNoPatient() {
        // given
        var patientId = Desk.register(LAKESIDE);

        // when
        var refused = Desk.coordinator(RIVERSIDE)
                .body(Map.of("patientId", patientId, "source", "SELF"))
                .post("/api/referrals")
                .then();

        // then
        refused.statusCode(422).body("errors.pointer", contains("/patientId"));
    }

    @Test
    void whatIsWrongWithThePersonIsPointedAtInside() {
        // given
        var person = Desk.person();
        person.put("birthDate", "1850-01-01");
        var referral = Desk.referral();
        referral.put("patient", person);

        // when
        var refused = Desk.coordinator(RIVERSIDE)
                .body(referral)
                .post("/api/referrals")
                .then();

        // then
        refused.statusCode(422).body("errors.pointer", contains("/patient/birthDate"));
    }

    @ParameterizedTest
    @CsvSource({"-12, 0, 201", "-12, -1, 422", "12, 0, 201", "12, 1, 422"})
    void desiredStartLiesWithinAYear(int months, int days, int status) {
        // given
        var referral = Desk.referral();
        referral.put(
                "desiredStartOn",
                LocalDate.now(ZoneOffset.UTC).plusMonths(months).plusDays(days).toString());

        // when
        var answer = Desk.coordinator(RIVERSIDE)
                .body(referral)
                .post("/api/referrals")
                .then();

        // then
        answer.statusCode(status);
    }

    @Test
    void aTakenIdentifierLeavesNothingBehind() {
        // given
        var referral = Desk.referral();
        Desk.coordinator(RIVERSIDE).body(referral).post("/api/referrals").then().statusCode(201);
        var before = database.number("select count(*) from referral");

        // when
        var refused = Desk.coordinator(RIVERSIDE)
                .body(referral)
                .post("/api/referrals")
                .then();

        // then
        refused.statusCode(409).body("type", equalTo("/problems/identifier-taken"));
        assertThat(database.number("select count(*) from referral")).isEqualTo(before);
    }

    @Test
    void aRetryWithTheSameKeyIsAnsweredTheSame() {
        // given
        var key = UUID.randomUUID().toString();
        var referral = Desk.referral();
        var first = Desk.coordinator(RIVERSIDE)
                .header("Idempotency-Key", key)
                .body(referral)
                .post("/api/referrals");

        // when
        var retry = Desk.coordinator(RIVERSIDE)
                .header("Idempotency-Key", key)
                .body(referral)
                .post("/api/referrals");

        // then
        retry.then()
                .statusCode(201)
                .header("Location", first.header("Location"))
                .header("ETag", "\"0\"");
        assertThat(retry.<Map<String, Object>>path("")).isEqualTo(first.path(""));
    }

    @Test
    void theSameKeyForAnotherReferralIsRefused() {
        // given
        var key = UUID.randomUUID().toString();
        Desk.coordinator(RIVERSIDE)
                .header("Idempotency-Key", key)
                .body(Desk.referral())
                .post("/api/referrals")
                .then()
                .statusCode(201);

        // when
        var refused = Desk.coordinator(RIVERSIDE)
                .header("Idempotency-Key", key)
                .body(Desk.referral())
                .post("/api/referrals")
                .then();

        // then
        refused.statusCode(422).body("type", equalTo("/problems/idempotency-key-reused"));
    }

    @Test
    void acknowledgementIsATimeThatStands() {
        // given
        var id = Desk.refer(RIVERSIDE);

        // when
        String first = Desk.step(RIVERSIDE, id, "acknowledgement")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("status", equalTo("ACKNOWLEDGED"))
                .body("acknowledgedAt", notNullValue())
                .extract()
                .path("acknowledgedAt");

        // then
        String second = Desk.step(RIVERSIDE, id, "acknowledgement")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .extract()
                .path("acknowledgedAt");
        assertThat(first).startsWith(second.substring(0, 19));
    }

    @ParameterizedTest
    @ValueSource(strings = {"acknowledgement", "screening", "waitlisting", "referral-elsewhere", "withdrawal", "loss"})
    void everyStepNeedsThePresentVersion(String step) {
        // given
        var id = Desk.refer(RIVERSIDE);
        var body =
                switch (step) {
                    case "referral-elsewhere", "withdrawal", "loss" -> Map.of("reason", "OTHER");
                    case "waitlisting" -> Map.of("pregnant", false, "injecting", false);
                    default -> Map.of();
                };

        // when
        var blind = Desk.coordinator(RIVERSIDE)
                .body(body)
                .post("/api/referrals/{id}/" + step, id)
                .then();
        var stale = Desk.coordinator(RIVERSIDE)
                .header("If-Match", "\"7\"")
                .body(body)
                .post("/api/referrals/{id}/" + step, id)
                .then();

        // then
        blind.statusCode(428).body("type", equalTo("/problems/precondition-required"));
        stale.statusCode(412).body("type", equalTo("/problems/stale-version"));
    }

    @Test
    void anIllegalMoveNamesTheStateAndWhatToDo() {
        // given
        var id = Desk.refer(RIVERSIDE);

        // when
        var refused = Desk.step(RIVERSIDE, id, "waitlisting");

        // then
        refused.statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/referral-move-not-allowed"))
                .body(
                        "detail",
                        containsString("The referral is RECEIVED and can't go on the waitlist. Acknowledge it"));
    }

    @Test
    void anEndNeedsAReasonOfThatEnd() {
        // given
        var id = Desk.refer(RIVERSIDE);

        // when
        var none = Desk.coordinator(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of())
                .post("/api/referrals/{id}/withdrawal", id)
                .then();
        var unknown = Desk.coordinator(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("reason", "TUESDAY"))
                .post("/api/referrals/{id}/withdrawal", id)
                .then();

        var ofAnotherEnd = Desk.coordinator(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("reason", "NO_CONTACT"))
                .post("/api/referrals/{id}/withdrawal", id)
                .then();

        // then
        none.statusCode(422).body("errors.pointer", contains("/reason"));
        unknown.statusCode(400).body("errors[0].detail", containsString("NO_CAPACITY"));
        ofAnotherEnd
                .statusCode(422)
                .body("errors.pointer", contains("/reason"))
                .body("errors[0].detail", containsString("SENDER_WITHDREW"));
    }

    @Test
    void everyMoveIsToldInOrderWithoutWhatIsPrivate() {
        // given
        var id = Desk.refer(RIVERSIDE);
        Desk.step(RIVERSIDE, id, "acknowledgement").statusCode(200);
        Desk.step(RIVERSIDE, id, "screening").statusCode(200);

        // when
        Desk.step(RIVERSIDE, id, "referral-elsewhere").statusCode(200).body("referredTo", equalTo("Hillside program"));

        // then
        List<KafkaProbe.Message> told;
        try (var kafka = KafkaProbe.connect()) {
            told = kafka.await(TOPIC, 4, message -> id.equals(message.headers().get("ce_subject")));
        }
        assertThat(told).extracting(KafkaProbe.Message::key).containsOnly(id);
        assertThat(told).extracting(message -> message.event().version()).containsExactly(0L, 1L, 2L, 3L);
        assertThat(told)
                .extracting(message -> message.event().data().path("status").asText())
                .containsExactly("RECEIVED", "ACKNOWLEDGED", "SCREENING", "REFERRED_ELSEWHERE");
        assertThat(told).extracting(message -> message.event().organization()).containsOnly(RIVERSIDE);
        ReferralReceivedContractTest.CONTRACT.assertProduced(told.get(0).value());
        ReferralStatusChangedContractTest.CONTRACT.assertProduced(told.get(1).value());
        ReferralStatusChangedContractTest.CONTRACT.assertProduced(told.get(2).value());
        ReferralStatusChangedContractTest.CONTRACT.assertProduced(told.get(3).value());
        assertThat(told.toString()).doesNotContain("Example", "Avery", "1988", "residential", "Hillside");
    }

    @RepeatedTest(3)
    void ofTwoWhoMoveItAtOnceOneWins() throws Exception {
        // given
        var id = Desk.refer(RIVERSIDE);
        var etag = Desk.coordinator(RIVERSIDE).get("/api/referrals/{id}", id).header("ETag");
        var together = new CyclicBarrier(2);
        Function<String, Callable<Integer>> close = end -> () -> {
            var request = Desk.coordinator(RIVERSIDE).header("If-Match", etag).body(Map.of("reason", "OTHER"));
            together.await();
            return request.post("/api/referrals/{id}/" + end, id).statusCode();
        };

        // when
        List<Integer> answers;
        var threads = Executors.newFixedThreadPool(2);
        try {
            var first = threads.submit(close.apply("loss"));
            var second = threads.submit(close.apply("withdrawal"));
            answers = List.of(first.get(), second.get());
        } finally {
            threads.shutdown();
        }

        // then
        assertThat(answers).containsOnlyOnce(200);
        assertThat(answers).anyMatch(status -> status == 409 || status == 412);
        Desk.coordinator(RIVERSIDE)
                .get("/api/referrals/{id}", id)
                .then()
                .body("status", equalTo(answers.get(0) == 200 ? "LOST" : "WITHDRAWN"));
    }

    @Test
    void listNarrowsByStatusPatientAndArrival() {
        // given
        var organization = "lists-" + UUID.randomUUID();
        var first = Desk.refer(organization);
        var second = Desk.refer(organization);
        Desk.step(organization, second, "screening").statusCode(200);
        var read = Desk.clinician(organization).get("/api/referrals/{id}", second);
        String arrival = read.path("receivedAt");
        String patientId = read.path("patientId");

        // then
        assertThat(list(organization, "limit", "200")).containsExactly(first, second);
        assertThat(list(organization, "status", "RECEIVED")).containsExactly(first);
        assertThat(list(organization, "status", "SCREENING")).containsExactly(second);
        assertThat(list(organization, "patientId", patientId)).containsExactly(second);
        assertThat(list(organization, "receivedFrom", arrival)).containsExactly(second);
        assertThat(list(organization, "receivedBefore", arrival)).containsExactly(first);
        assertThat(list(LAKESIDE, "patientId", patientId)).isEmpty();
    }

    @Test
    void listNarrowsToWhatIsOverdue() {
        // given
        var organization = "overdue-" + UUID.randomUUID();
        var unanswered = Desk.refer(organization);
        var answered = Desk.refer(organization);
        var fresh = Desk.refer(organization);
        var withdrawn = Desk.refer(organization);
        Desk.step(organization, answered, "acknowledgement").statusCode(200);
        Desk.step(organization, withdrawn, "withdrawal").statusCode(200);
        for (var old : List.of(unanswered, answered, withdrawn)) {
            database.execute(
                    "update referral set received_at = received_at - interval '49 hours',"
                            + " first_contact_at = first_contact_at - interval '49 hours' where id = ?",
                    UUID.fromString(old));
        }

        // then
        assertThat(list(organization, "overdue", "ACKNOWLEDGEMENT")).containsExactly(unanswered);
        assertThat(list(organization, "overdue", "FIRST_SERVICE")).containsExactly(unanswered, answered);
        Desk.clinician(organization)
                .get("/api/referrals/{id}", unanswered)
                .then()
                .body("access.overdue", containsInAnyOrder("ACKNOWLEDGEMENT", "FIRST_SERVICE"));
        Desk.clinician(organization).get("/api/referrals/{id}", fresh).then().body("access.overdue", hasSize(0));
    }

    @Test
    void timesThatStaffKnowAreTakenOver() {
        // given
        var id = Desk.refer(RIVERSIDE);
        var contact = Instant.now().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
        var service = contact.plus(Duration.ofHours(50));

        // when
        var recorded = Desk.clinician(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("firstContactAt", contact.toString(), "firstServiceAt", service.toString()))
                .put("/api/referrals/{id}/access-times", id)
                .then();

        // then
        recorded.statusCode(200)
                .header("ETag", "\"1\"")
                .body("access.firstContactAt", equalTo(contact.toString()))
                .body("access.firstServiceAt", equalTo(service.toString()))
                .body(
                        "access.firstServiceBy",
                        equalTo(contact.plus(Duration.ofDays(2)).toString()))
                .body("access.overdue", hasSize(0));
    }

    @Test
    void listsDoNotShowReasons() {
        // given
        var organization = "reasons-" + UUID.randomUUID();
        Desk.refer(organization);

        // when
        var listed = Desk.clinician(organization).get("/api/referrals");

        // then
        listed.then().statusCode(200).body("items", hasSize(1)).body("items[0].reason", nullValue());
    }

    @Test
    void anUnknownFilterIsRefused() {
        // when
        var refused =
                Desk.clinician(RIVERSIDE).get("/api/referrals?state=RECEIVED").then();

        // then
        refused.statusCode(400).body("type", equalTo("/problems/unknown-parameter"));
    }

    @Test
    void everyAccessIsNoted() {
        // given
        var received = Desk.coordinator(RIVERSIDE).body(Desk.referral()).post("/api/referrals");
        String id = received.path("id");
        String patientId = received.path("patientId");

        // when
        Desk.clinician(RIVERSIDE).get("/api/referrals/{id}", id);
        Desk.clinician(RIVERSIDE).get("/api/referrals?patientId={id}", patientId);
        Desk.step(RIVERSIDE, id, "acknowledgement");

        // then
        assertThat(database.rows(
                        "select action, resource, operation from access_log where person_id = ? order by id",
                        UUID.fromString(patientId)))
                .containsExactly(
                        "WRITE Patient POST ReferralResource#receive",
                        "WRITE Referral POST ReferralResource#receive",
                        "READ Referral GET ReferralResource#get",
                        "READ Referral GET ReferralResource#list",
                        "WRITE Referral POST ReferralResource#acknowledge");
    }

    private static List<String> list(String organization, String filter, String value) {
        return Desk.clinician(organization)
                .queryParam(filter, value)
                .get("/api/referrals")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }
}
