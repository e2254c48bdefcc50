package care.iop.scheduling.authorization;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.scheduler;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.chassis.testing.contract.EventContract;
import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.Client;
import care.iop.scheduling.Database;
import care.iop.scheduling.ServiceTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What intake tells of authorizations, as the weeks of an enrollment show it. */
@ServiceTest
class AuthorizationEventsTest {

    private static final String TOPIC = "intake.authorization.v1";
    private static final Path INTAKE = Path.of("../intake-service/contracts");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

    @Inject
    Database database;

    private final UUID authorizationId = UUID.randomUUID();
    private Client client;

    @BeforeEach
    void enroll() {
        client = Clinic.admit(Clinic.demoProgram(RIVERSIDE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"care.iop.intake.authorization-approved.v1", "care.iop.intake.authorization-changed.v1"})
    void intakesExamplesAreUnderstood(String type) {
        assertThat(EventContract.readExamples(INTAKE, type, Authorization.class))
                .isNotEmpty();
    }

    @Test
    void intakesExampleOfAnEndIsUnderstood() {
        assertThat(EventContract.readExamples(
                        INTAKE, "care.iop.intake.authorization-ended.v1", AuthorizationEnded.class))
                .isNotEmpty();
    }

    @Test
    void weeksFollowTheNewestVersion() {
        // given
        weeks().body("limited", equalTo(false)).body("items", empty());

        // when
        deliver("approved", 1, state(12, 0));
        weeks().body("limited", equalTo(true))
                .body("items.startsOn", contains("2026-11-30", "2026-12-07"))
                .body("items.days", contains(7, 7));
        deliver("changed", 3, state(12, 9));
        deliver("changed", 2, state(12, 2));
        var changed = event("changed", 3, state(12, 9));
        deliver(changed);
        deliver(changed);

        // then
        weeks().body("items.days", contains(3, 3))
                .body("items[0].minutes", equalTo(3 * 300))
                .body("items[0].units[0].code", equalTo("H0015"));
    }

    @Test
    void whatEndedLimitsNothingAndDoesNotComeBack() {
        // given
        deliver("approved", 1, state(12, 12));
        weeks().body("items.days", contains(0, 0));

        // when
        deliver(
                "ended",
                3,
                Map.of(
                        "authorizationId",
                        authorizationId,
                        "admissionId",
                        client.enrollmentId(),
                        "patientId",
                        client.patientId(),
                        "closedOn",
                        "2026-11-29",
                        "reason",
                        "SELF_PAY"));
        deliver("changed", 2, state(12, 12));

        // then
        weeks().body("limited", equalTo(false));
    }

    @Test
    void anEndThatComesFirstStays() {
        // when
        deliver("ended", 2, Map.of("authorizationId", authorizationId, "admissionId", client.enrollmentId()));
        deliver("approved", 1, state(12, 12));

        // then
        weeks().body("limited", equalTo(false));
    }

    @Test
    void rosterKeepsToTheDaysThatThePayerStillAllows() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        client = Clinic.admitAvailable(program, "08:00", "13:00");
        var week = Clinic.weekAhead();
        var two = state(12, 10);
        two.put("validFrom", week.minusWeeks(4).toString());
        two.put("validTo", week.plusWeeks(8).toString());

        // when
        deliver("approved", 1, two);
        var run = Clinic.solved(program, week);

        // then
        assertThat(run.<List<Integer>>path("result.weeks.days")).containsExactly(2);
        assertThat(run.<List<List<String>>>path("result.unassigned.blockedBy"))
                .isNotEmpty()
                .allSatisfy(
                        rules -> assertThat(rules).contains("AUTHORIZED_UNITS").doesNotContain("MAX_DAYS"));
    }

    @Test
    void weeksAreBounded() {
        for (var query : List.of("weeks=0", "weeks=27", "from=1999-12-31", "from=2100-01-01")) {
            scheduler(RIVERSIDE)
                    .get("/api/enrollments/{id}/authorized-weeks?" + query, client.enrollmentId())
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo(query.substring(0, query.indexOf('='))));
        }
    }

    private ValidatableResponse weeks() {
        return scheduler(RIVERSIDE)
                .get(
                        "/api/enrollments/{id}/authorized-weeks?from={from}&weeks=2",
                        client.enrollmentId(),
                        MONDAY.plusDays(2).toString())
                .then()
                .statusCode(200);
    }

    private Map<String, Object> state(int approved, int delivered) {
        var state = new HashMap<String, Object>();
        state.put("authorizationId", authorizationId);
        state.put("admissionId", client.enrollmentId());
        state.put("patientId", client.patientId());
        state.put("status", "APPROVED");
        state.put("validFrom", "2026-11-01");
        state.put("validTo", "2027-01-31");
        state.put(
                "services",
                List.of(Map.of(
                        "code",
                        "H0015",
                        "basis",
                        "DAY",
                        "minimumMinutes",
                        180,
                        "unitMinutes",
                        0,
                        "kinds",
                        List.of("GROUP", "INDIVIDUAL"),
                        "approvedUnits",
                        approved,
                        "deliveredUnits",
                        delivered,
                        "scheduledUnits",
                        0,
                        "remainingUnits",
                        approved - delivered,
                        "weeks",
                        List.of())));
        return state;
    }

    private KafkaProbe.Event event(String fact, long version, Object data) {
        return KafkaProbe.event("care.iop.intake.authorization-" + fact + ".v1", authorizationId, RIVERSIDE, data)
                .withVersion(version);
    }

    private void deliver(String fact, long version, Object data) {
        deliver(event(fact, version, data));
    }

    private void deliver(KafkaProbe.Event event) {
        try (var kafka = KafkaProbe.connect()) {
            kafka.publish(TOPIC, event);
        }
        database.awaitHandled(event.id());
    }
}
