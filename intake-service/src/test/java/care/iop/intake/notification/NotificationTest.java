package care.iop.intake.notification;

import static care.iop.intake.Desk.RIVERSIDE;
import static care.iop.intake.Desk.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.chassis.testing.TestTokens;
import care.iop.chassis.testing.fhir.Answers;
import care.iop.intake.Desk;
import care.iop.intake.IntakeRoles;
import care.iop.intake.ServiceTest;
import care.iop.intake.fhir.Bundles;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a machine outside is told of changes: by identifier, signed, numbered, in order, under a consent in force. */
@ServiceTest
class NotificationTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(30);

    private Receivers machine;
    private String receiverId;
    private String patientId;
    private String referralId;

    @BeforeEach
    void refer() {
        machine = new Receivers();
        var sent = Bundles.send(RIVERSIDE, Bundles.complete());
        patientId = sent.patientId();
        referralId = sent.referralId();
    }

    @AfterEach
    void switchOff() {
        if (receiverId != null) {
            change(Map.of("paused", true));
        }
        machine.close();
    }

    private static RequestSpecification officer() {
        return as(RIVERSIDE, IntakeRoles.COMPLIANCE_OFFICER);
    }

    private static RequestSpecification ehr() {
        return given().urlEncodingEnabled(false).auth().oauth2(TestTokens.system(RIVERSIDE, "system/Subscription.rs"));
    }

    private String consent(String... dataClasses) {
        var consent = Desk.consent(Desk.ehrAsRecipient(RIVERSIDE));
        consent.put("dataClasses", List.of(dataClasses));
        return Desk.signConsent(RIVERSIDE, patientId, consent);
    }

    private void register(String... topics) {
        receiverId = Receivers.register(RIVERSIDE, machine.address(), topics);
    }

    private void active() {
        await().atMost(SOON).untilAsserted(() -> assertThat(status()).isEqualTo("ACTIVE"));
    }

    private String status() {
        return officer().get("/api/notification-receivers/{id}", receiverId).path("status");
    }

    private void change(Map<String, Object> changes) {
        var request =
                new HashMap<>(Receivers.request(Desk.ehrAsRecipient(RIVERSIDE), machine.address(), "REFERRAL_STATUS"));
        request.putAll(changes);
        officer()
                .header("If-Match", "*")
                .body(request)
                .put("/api/notification-receivers/{id}", receiverId)
                .then()
                .statusCode(200);
    }

    private void step(String step) {
        Desk.step(RIVERSIDE, referralId, step).statusCode(200);
    }

    private static JsonNode parameter(Receivers.Received received, String name) {
        for (var parameter : tree(received.body()).at("/entry/0/resource/parameter")) {
            if (parameter.at("/name").asText().equals(name)) {
                return parameter;
            }
        }
        throw new AssertionError("no " + name + " in " + received.body());
    }

    private static String part(Receivers.Received received, String name) {
        for (var part : parameter(received, "notification-event").at("/part")) {
            if (part.at("/name").asText().equals(name)) {
                return part.has("valueReference")
                        ? part.at("/valueReference/reference").asText()
                        : part.at("/valueString").asText();
            }
        }
        throw new AssertionError("no " + name + " in " + received.body());
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    private List<String> numbers() {
        return machine.taken().stream().map(one -> part(one, "event-number")).toList();
    }

    @Test
    void receiverAnswersAHandshakeFirst() {
        // given
        var status = new AtomicInteger(500);
        machine.answers(status::get);
        consent("REFERRAL");

        // when
        register("REFERRAL_STATUS");
        step("acknowledgement");

        // then
        await().atMost(SOON).until(() -> machine.all().size() > 1);
        assertThat(machine.all()).allSatisfy(one -> assertThat(
                        parameter(one, "type").at("/valueCode").asText())
                .isEqualTo("handshake"));
        assertThat(status()).isEqualTo("REQUESTED");
        status.set(204);
        active();
        await().atMost(SOON).until(() -> numbers().equals(List.of("1")));
    }

    @Test
    void changeIsToldByIdentifierAloneAndSigned() throws Exception {
        // given
        consent("REFERRAL");
        register("REFERRAL_STATUS");
        String key = officer()
                .post("/api/notification-receivers/{id}/key", receiverId)
                .then()
                .statusCode(200)
                .body("key", startsWith("whsec_"))
                .extract()
                .path("key");
        active();

        // when
        step("acknowledgement");

        // then
        await().atMost(SOON).until(() -> machine.taken().size() == 1);
        var told = machine.taken().get(0);
        Answers.keep("Bundle-notification", told.body());
        assertThat(told.contentType()).startsWith("application/fhir+json");
        assertThat(tree(told.body()).at("/type").asText()).isEqualTo("history");
        assertThat(part(told, "focus")).isEqualTo("Task/" + referralId);
        assertThat(part(told, "event-number")).isEqualTo("1");
        assertThat(told.body()).doesNotContain(patientId).doesNotContain("Example");
        assertThat(told.id()).isEqualTo(receiverId + ".1");
        assertThat(told.signature()).isEqualTo("v1," + hmac(key, told));
    }

    private static String hmac(String key, Receivers.Received told) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(key.substring("whsec_".length())), "HmacSHA256"));
        var signed = told.id() + "." + told.timestamp() + "." + told.body();
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void changesAreToldInOrderWhateverFailsMeanwhile() {
        // given
        consent("REFERRAL", "ENROLLMENT");
        register("REFERRAL_STATUS", "ADMISSION", "DISCHARGE");
        active();
        var asked = new AtomicInteger();
        machine.answers(() -> asked.incrementAndGet() % 3 == 0 ? 200 : 503);

        // when
        step("acknowledgement");
        step("screening");
        Desk.place(RIVERSIDE, referralId, "2.1").statusCode(201);
        String admission = Desk.coordinator(RIVERSIDE)
                .body(Desk.admission(referralId))
                .post("/api/admissions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // then
        await().atMost(SOON).until(() -> machine.taken().stream()
                .anyMatch(one -> part(one, "focus").equals("EpisodeOfCare/" + admission)));
        var numbers = numbers();
        var expected = new ArrayList<String>();
        for (int number = 1; number <= numbers.size(); number++) {
            expected.add(String.valueOf(number));
        }
        assertThat(numbers).isEqualTo(expected).hasSizeGreaterThan(3);
        var attempts = machine.all().stream()
                .filter(one -> one.body().contains("event-notification"))
                .map(one -> Integer.valueOf(part(one, "event-number")))
                .toList();
        assertThat(attempts).isSorted();
        assertThat(attempts).hasSizeGreaterThan(numbers.size());
    }

    @Test
    void bookingOfSchedulingIsToldWhenItArrives() {
        // given
        consent("ATTENDANCE");
        register("APPOINTMENT");
        active();
        var booking = UUID.randomUUID();

        // when
        try (var kafka = KafkaProbe.connect()) {
            kafka.publish(
                    "scheduling.session.v1",
                    KafkaProbe.event(
                                    "care.iop.scheduling.session-booked.v1",
                                    booking,
                                    RIVERSIDE,
                                    Map.ofEntries(
                                            Map.entry("bookingId", booking),
                                            Map.entry("sessionId", UUID.randomUUID()),
                                            Map.entry("admissionId", UUID.randomUUID()),
                                            Map.entry("patientId", patientId),
                                            Map.entry("programId", UUID.randomUUID()),
                                            Map.entry("kind", "GROUP"),
                                            Map.entry("startsAt", "2026-12-07T14:00:00Z"),
                                            Map.entry("endsAt", "2026-12-07T17:00:00Z"),
                                            Map.entry("sessionOn", "2026-12-07"),
                                            Map.entry("zone", "America/New_York"),
                                            Map.entry("plannedMinutes", 180)))
                            .withVersion(1));
        }

        // then
        await().atMost(SOON).until(() -> machine.taken().size() == 1);
        assertThat(part(machine.taken().get(0), "focus")).isEqualTo("Appointment/" + booking);
    }

    @Test
    void withoutAConsentNothingIsTold() {
        // given: a consent for something else, and another person who has consented
        consent("ENROLLMENT");
        register("REFERRAL_STATUS");
        active();

        // when
        step("acknowledgement");
        var other = Bundles.send(RIVERSIDE, Bundles.complete());
        var consent = Desk.consent(Desk.ehrAsRecipient(RIVERSIDE));
        Desk.signConsent(RIVERSIDE, other.patientId(), consent);
        Desk.step(RIVERSIDE, other.referralId(), "acknowledgement").statusCode(200);

        // then
        await().atMost(SOON).until(() -> machine.taken().size() == 1);
        assertThat(part(machine.taken().get(0), "focus")).isEqualTo("Task/" + other.referralId());
    }

    @Test
    void whatARevocationOvertakesIsWithdrawn() {
        // given
        var consent = consent("REFERRAL");
        register("REFERRAL_STATUS");
        active();
        machine.answers(() -> 503);
        step("acknowledgement");
        await().atMost(SOON)
                .until(() -> machine.all().stream().anyMatch(one -> one.body().contains("event-notification")));

        // when
        Desk.coordinator(RIVERSIDE)
                .header("If-Match", "*")
                .body(Desk.signature())
                .post("/api/consents/{id}/revocation", consent)
                .then()
                .statusCode(200);
        events(0);
        machine.answers(() -> 200);
        consent("REFERRAL");
        step("screening");

        // then
        await().atMost(SOON).until(() -> numbers().equals(List.of("2")));
        events(1);
    }

    private void events(int count) {
        ehr().get("/fhir/Subscription/{id}/$events", receiverId)
                .then()
                .statusCode(200)
                .body("entry[0].resource.parameter.findAll { it.name == 'notification-event' }", hasSize(count));
    }

    @Test
    void whoToldIsAccountedFor() {
        // given
        consent("REFERRAL");
        register("REFERRAL_STATUS");
        active();

        // when
        step("acknowledgement");
        await().atMost(SOON).until(() -> machine.taken().size() == 1);

        // then
        officer()
                .get("/api/patients/{id}/disclosures", patientId)
                .then()
                .statusCode(200)
                .body("items.what", equalTo(List.of("Notification of Task, by identifier alone")));
    }

    @Test
    void whatWasMissedIsAskedForByNumber() {
        // given
        consent("REFERRAL");
        register("REFERRAL_STATUS");
        active();
        step("acknowledgement");
        await().atMost(SOON).until(() -> machine.taken().size() == 1);
        machine.answers(() -> 503);
        step("screening");

        // when
        var asked = ehr().queryParam("eventsSinceNumber", 2).get("/fhir/Subscription/{id}/$events", receiverId);

        // then
        Answers.keep("Bundle-catch-up", asked.asString());
        asked.then()
                .statusCode(200)
                .body("type", equalTo("history"))
                .body("entry[0].resource.parameter.find { it.name == 'type' }.valueCode", equalTo("query-event"))
                .body(
                        "entry[0].resource.parameter.findAll { it.name == 'notification-event' }.part.flatten()"
                                + ".findAll { it.name == 'event-number' }.valueString",
                        equalTo(List.of("2")));
        var read = ehr().get("/fhir/Subscription/{id}", receiverId);
        Answers.keep("Subscription", read.asString());
        read.then().statusCode(200).body("status", equalTo("active")).body("channel.type", equalTo("rest-hook"));
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(TestTokens.system(Desk.LAKESIDE, "system/Subscription.rs"))
                .get("/fhir/Subscription/{id}/$events", receiverId)
                .then()
                .statusCode(404);
    }

    @Test
    void receiverThatIsGoneIsSwitchedOff() {
        // given
        consent("REFERRAL");
        register("REFERRAL_STATUS");
        active();
        machine.answers(() -> 410);

        // when
        step("acknowledgement");

        // then
        await().atMost(SOON).until(() -> status().equals("OFF"));
        machine.answers(() -> 200);
        change(Map.of());
        await().atMost(SOON).until(() -> numbers().equals(List.of("1")));
    }

    @Test
    void redirectIsNotFollowed() {
        // given
        machine.answers(() -> 307);

        // when
        register("REFERRAL_STATUS");

        // then
        await().atMost(SOON).until(() -> machine.all().size() > 1);
        officer().get("/api/notification-receivers/{id}", receiverId).then().body("status", equalTo("REQUESTED"));
        machine.answers(() -> 200);
        active();
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://ehr.example.org/, must begin with https",
        "https://user:word@localhost/, user",
        "https://localhost/#there, fragment",
        "nonsense, must begin with https",
        "https://no-such-host.invalid/, host"
    })
    void addressThatIsNoneIsRefused(String address, String fault) {
        officer()
                .body(Receivers.request(Desk.ehrAsRecipient(RIVERSIDE), address, "ADMISSION"))
                .post("/api/notification-receivers")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/address"))
                .body("errors[0].detail", containsString(fault));
    }

    @Test
    void receiverNeedsARecipientWithAMachine() {
        // given
        String without = officer()
                .body(Map.of("name", "Example Clinic " + UUID.randomUUID()))
                .post("/api/recipients")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // when, then
        officer()
                .body(Receivers.request(without, machine.address(), "ADMISSION"))
                .post("/api/notification-receivers")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/recipientId"));
    }
}
