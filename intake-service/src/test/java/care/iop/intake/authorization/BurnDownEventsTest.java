package care.iop.intake.authorization;

import static care.iop.intake.Desk.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import care.iop.chassis.caller.Acting;
import care.iop.chassis.testing.KafkaProbe;
import care.iop.intake.Database;
import care.iop.intake.Desk;
import care.iop.intake.ServiceTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Authorizations follow scheduling's bookings to their newest version, and tell what changed by it. */
@ServiceTest
class BurnDownEventsTest {

    private static final String SESSIONS = "scheduling.session.v1";
    private static final String ATTENDANCE = "scheduling.attendance.v1";
    private final LocalDate today = LocalDate.now(ZoneId.of("America/New_York"));

    @Inject
    Database database;

    @Inject
    Acting acting;

    @Inject
    BookedSessions sessions;

    @Inject
    ToForecast toForecast;

    private KafkaProbe kafka;
    private String admissionId;
    private String patientId;

    @BeforeEach
    void admit() {
        kafka = KafkaProbe.connect();
        admissionId = Desk.admit(RIVERSIDE);
        patientId = database.rows("select patient_id from admission where id = ?", UUID.fromString(admissionId))
                .get(0);
    }

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    @Test
    void deliveredMinutesBurnItDownWhateverTheOrder() {
        // given
        var id = Desk.authorized(RIVERSIDE, patientId, lasting(12));
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        var third = UUID.randomUUID();
        var marked = marked(first, 1, today, "ATTENDED", 180);

        // when: a mark before its booking, twice; too little delivered; a seat that was given up
        kafka.publish(ATTENDANCE, marked);
        kafka.publish(ATTENDANCE, marked);
        kafka.publish(SESSIONS, booked(first, 0, today));
        kafka.publish(SESSIONS, booked(second, 0, today.plusDays(1)));
        kafka.publish(ATTENDANCE, marked(second, 1, today.plusDays(1), "PARTIAL", 179));
        kafka.publish(SESSIONS, booked(third, 0, today.plusDays(2)));
        kafka.publish(SESSIONS, booked(UUID.randomUUID(), 0, today.plusDays(3)));

        // then
        awaitUnits(id, 1, 2);
        kafka.publish(SESSIONS, event("session-booking-cancelled", third, 1, today.plusDays(2), Map.of()));
        awaitUnits(id, 1, 1);
        // a correction counts, what it corrects doesn't come back, nor does what can't be read stop anything
        kafka.publish(ATTENDANCE, marked(second, 2, today.plusDays(1), "ATTENDED", 180));
        awaitUnits(id, 2, 1);
        kafka.publish(ATTENDANCE, marked(second, 1, today.plusDays(1), "NO_SHOW", 0));
        var unreadable = event("attendance-recorded", UUID.randomUUID(), 1, today, Map.of("deliveredMinutes", -1));
        kafka.publish(ATTENDANCE, unreadable);
        kafka.publish(ATTENDANCE, marked(first, 2, today, "NO_SHOW", 0));
        awaitUnits(id, 1, 1);
        kafka.await(
                ATTENDANCE + ".dlq",
                message -> unreadable.id().toString().equals(message.headers().get("ce_id")));
        burnDown(id)
                .body("services[0].approvedUnits", equalTo(12))
                .body("services[0].remainingUnits", equalTo(11))
                .body("asOf", equalTo(today.toString()));
    }

    @Test
    void schedulingHearsWhatIsLeft() {
        // given
        var id = Desk.authorized(RIVERSIDE, patientId, lasting(12));
        var approved = awaitEvent(AuthorizationState.APPROVED, id);
        var booking = UUID.randomUUID();

        // when
        kafka.publish(SESSIONS, booked(booking, 0, today));

        // then
        AuthorizationEventsContractTest.APPROVED.assertProduced(approved.data().toString());
        assertThat(approved.version()).isEqualTo(1);
        assertThat(approved.data().at("/admissionId").asText()).isEqualTo(admissionId);
        assertThat(approved.data().at("/services/0/remainingUnits").asInt()).isEqualTo(12);
        var changed = awaitEvent(AuthorizationState.CHANGED, id);
        AuthorizationEventsContractTest.CHANGED.assertProduced(changed.data().toString());
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.data().at("/services/0/scheduledUnits").asInt()).isEqualTo(1);
        assertThat(changed.data().at("/services/0/weeks/0/startsOn").asText())
                .isEqualTo(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .toString());
        assertThat(changed.data().toString()).doesNotContain("Example", "AUTH-77012", "EX001");
    }

    @Test
    void closingItIsTold() {
        // given
        var id = Desk.authorized(RIVERSIDE, patientId, lasting(12));
        awaitEvent(AuthorizationState.APPROVED, id);

        // when
        Desk.coordinator(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("closedOn", today.toString(), "reason", "SELF_PAY"))
                .post("/api/patients/{id}/authorizations/{a}/closure", patientId, id)
                .then()
                .statusCode(200);

        // then
        var ended = awaitEvent(AuthorizationEnded.TYPE, id);
        AuthorizationEventsContractTest.ENDED.assertProduced(ended.data().toString());
        assertThat(ended.version()).isEqualTo(2);
    }

    @Test
    void runningOutIsToldOnceAndAgainWhenItsDayChanged() {
        // given
        var request = Desk.authorization();
        request.put("services", List.of(Map.of("code", "H0015", "units", 1)));
        var id = Desk.authorized(RIVERSIDE, patientId, request);
        var first = awaitEvent(AuthorizationRunningOut.TYPE, id);
        var nextMonday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        var booking = UUID.randomUUID();

        // when: what changes nothing of the day, and then what does
        kafka.publish(ATTENDANCE, marked(UUID.randomUUID(), 1, today.plusDays(60), "NO_SHOW", 0));
        kafka.publish(SESSIONS, booked(booking, 0, nextMonday.plusDays(14)));
        kafka.publish(SESSIONS, booked(UUID.randomUUID(), 0, today));
        kafka.publish(SESSIONS, booked(UUID.randomUUID(), 0, today));
        awaitUnits(id, 0, 2);

        // then
        AuthorizationEventsContractTest.RUNNING_OUT.assertProduced(first.data().toString());
        var expected = burnDown(id).extract().<String>path("firstUncoveredOn");
        kafka.await(
                AuthorizationState.TOPIC,
                message -> message.event().subject().toString().equals(id)
                        && message.event().type().equals(AuthorizationRunningOut.TYPE)
                        && message.event()
                                .data()
                                .at("/firstUncoveredOn")
                                .asText()
                                .equals(expected));
        var told = toldRunningOut(id);
        assertThat(told).doesNotHaveDuplicates().endsWith(expected);
        assertThat(versionsTold(id)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whatWasAuthorizedBeforeTheAdmissionBelongsToTheStay() {
        // given
        var referral = Desk.accepted(RIVERSIDE, "2.1");
        var patient = Desk.patientOf(RIVERSIDE, referral);
        var id = Desk.authorized(RIVERSIDE, patient, lasting(12));
        Desk.clinician(RIVERSIDE)
                .get("/api/patients/{id}/authorizations/{a}/burn-down", patient, id)
                .then()
                .statusCode(200)
                .body("reasons[1].code", equalTo("NOT_ADMITTED"));

        // when
        String admission = Desk.coordinator(RIVERSIDE)
                .body(Desk.admission(referral))
                .post("/api/admissions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // then
        assertThat(awaitEvent(AuthorizationState.APPROVED, id)
                        .data()
                        .at("/admissionId")
                        .asText())
                .isEqualTo(admission);
    }

    @Test
    void aMergedPatientsAuthorizationGoesOnBurningDown() {
        // given
        var id = Desk.authorized(RIVERSIDE, patientId, lasting(12));
        var survivor = Desk.register(RIVERSIDE);
        var version = database.number("select version from patient where id = ?", UUID.fromString(patientId));
        String merge = Desk.coordinator(RIVERSIDE)
                .body(Map.of(
                        "survivorId", survivor,
                        "survivorVersion", 0,
                        "mergedId", patientId,
                        "mergedVersion", version,
                        "reason", "Registered twice."))
                .post("/api/patient-merges")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // when
        kafka.publish(ATTENDANCE, marked(UUID.randomUUID(), 1, today, "ATTENDED", 180));

        // then
        patientId = survivor;
        awaitUnits(id, 1, 0);
        assertThat(kafka.await(
                                AuthorizationState.TOPIC,
                                message -> message.event().subject().toString().equals(id)
                                        && message.event()
                                                        .data()
                                                        .at("/services/0/deliveredUnits")
                                                        .asInt()
                                                == 1)
                        .event()
                        .data()
                        .at("/patientId")
                        .asText())
                .isEqualTo(survivor);
        Desk.coordinator(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("reason", "Two people."))
                .post("/api/patient-merges/{id}/undo", merge)
                .then()
                .statusCode(200);
    }

    @Test
    void aNewDayIsForecastAnew() {
        // given
        var id = Desk.authorized(RIVERSIDE, patientId, lasting(12));
        database.execute(
                "update service_authorization set forecast_as_of = ?, exhausts_on = null, review_due_on = null where id = ?",
                today.minusDays(1),
                UUID.fromString(id));

        // when
        var stays = toForecast.addFromDaysBefore(today);

        // then
        assertThat(stays).isPositive();
        await().until(() -> database.rows(
                        "select forecast_as_of from service_authorization where id = ?", UUID.fromString(id))
                .equals(List.of(today.toString())));
        assertThat(toForecast.addFromDaysBefore(today)).isZero();
    }

    /** Whatever the order, repetition and concurrency, the newest version of each booking stays. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void newestVersionStays(long seed) throws Exception {
        // given
        var random = new Random(seed);
        var organization = "burn-down-" + seed;
        var stay = UUID.randomUUID();
        var newest = new HashMap<UUID, Integer>();
        var deliveries = new ArrayList<Map.Entry<UUID, Integer>>();
        for (int i = 0; i < 30; i++) {
            var booking = UUID.randomUUID();
            var versions = 1 + random.nextInt(5);
            for (int version = 1; version <= versions; version++) {
                deliveries.add(Map.entry(booking, version));
                if (random.nextInt(3) == 0) {
                    deliveries.add(Map.entry(booking, version));
                }
            }
            newest.put(booking, versions);
        }
        Collections.shuffle(deliveries, random);
        var consumers = Executors.newFixedThreadPool(4);

        // when
        try {
            var running = new ArrayList<Future<?>>();
            for (int consumer = 0; consumer < 4; consumer++) {
                var first = consumer;
                running.add(consumers.submit(() -> {
                    for (int i = first; i < deliveries.size(); i += 4) {
                        var delivery = deliveries.get(i);
                        take(organization, stay, delivery.getKey(), delivery.getValue());
                    }
                }));
            }
            for (var consumer : running) {
                consumer.get();
            }
        } finally {
            consumers.shutdown();
        }

        // then
        var kept = new HashMap<UUID, Integer>();
        database.rows("select id, delivered_minutes from booked_session where organization_id = ?", organization)
                .forEach(row -> kept.put(UUID.fromString(row.substring(0, 36)), Integer.valueOf(row.substring(37))));
        assertThat(kept).isEqualTo(newest);
    }

    /** The minutes are the version, so that a row tells which one stayed. */
    private void take(String organization, UUID stay, UUID booking, int version) {
        acting.forOrganization(organization, "events", () -> QuarkusTransaction.requiringNew()
                .run(() -> sessions.follow(
                        booking,
                        version,
                        stay,
                        new BookedSession(null, today, SessionKind.GROUP, BookedSession.State.MARKED, 180, version))));
    }

    /** What is planned to end tomorrow, so that it doesn't run out. */
    private Map<String, Object> lasting(int units) {
        var request = Desk.authorization();
        request.put("plannedEndOn", today.plusDays(1).toString());
        request.put("services", List.of(Map.of("code", "H0015", "units", units)));
        return request;
    }

    private List<String> toldRunningOut(String id) {
        return kafka.read(AuthorizationState.TOPIC).stream()
                .map(KafkaProbe.Message::event)
                .filter(event ->
                        event.subject().toString().equals(id) && event.type().equals(AuthorizationRunningOut.TYPE))
                .map(event -> event.data().at("/firstUncoveredOn").asText())
                .toList();
    }

    private List<Long> versionsTold(String id) {
        return kafka.read(AuthorizationState.TOPIC).stream()
                .map(KafkaProbe.Message::event)
                .filter(event -> event.subject().toString().equals(id))
                .map(KafkaProbe.Event::version)
                .toList();
    }

    private KafkaProbe.Event awaitEvent(String type, String id) {
        return kafka.awaitEvent(AuthorizationState.TOPIC, type, UUID.fromString(id));
    }

    private void awaitUnits(String id, int delivered, int scheduled) {
        await().untilAsserted(() -> burnDown(id)
                .body("services[0].deliveredUnits", equalTo(delivered))
                .body("services[0].scheduledUnits", equalTo(scheduled)));
    }

    private ValidatableResponse burnDown(String id) {
        return Desk.clinician(RIVERSIDE)
                .get("/api/patients/{id}/authorizations/{a}/burn-down", patientId, id)
                .then()
                .statusCode(200);
    }

    private KafkaProbe.Event booked(UUID booking, long version, LocalDate on) {
        return event("session-booked", booking, version, on, Map.of());
    }

    private KafkaProbe.Event marked(UUID booking, long version, LocalDate on, String code, int delivered) {
        return event("attendance-recorded", booking, version, on, Map.of("code", code, "deliveredMinutes", delivered));
    }

    private KafkaProbe.Event event(String fact, UUID booking, long version, LocalDate on, Map<String, Object> more) {
        var data = new LinkedHashMap<String, Object>();
        data.put("bookingId", booking);
        data.put("sessionId", UUID.randomUUID());
        data.put("admissionId", admissionId);
        data.put("patientId", patientId);
        data.put("programId", UUID.randomUUID());
        data.put("kind", "GROUP");
        data.put("startsAt", on + "T14:00:00Z");
        data.put("sessionOn", on);
        data.put("zone", "America/New_York");
        data.put("plannedMinutes", 180);
        data.putAll(more);
        return KafkaProbe.event("care.iop.scheduling." + fact + ".v1", booking, RIVERSIDE, data)
                .withVersion(version);
    }
}
