package care.iop.scheduling.fhir;

import static care.iop.scheduling.Clinic.LAKESIDE;
import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.fhir.Machines.ehr;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.chassis.testing.TestTokens;
import care.iop.chassis.testing.fhir.Answers;
import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.Client;
import care.iop.scheduling.Database;
import care.iop.scheduling.ServiceTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an EHR may read of a person's appointments, and that it accounts for it. */
@ServiceTest
class AppointmentProviderTest {

    private static final LocalDate SATURDAY = Clinic.weekAhead().plusDays(5);

    @Inject
    Database database;

    @Inject
    DataSource connections;

    private Client client;
    private String first;
    private String second;

    @BeforeEach
    void bookTwoSaturdays() {
        Machines.register(database, RIVERSIDE, true);
        var program = Clinic.demoProgram(RIVERSIDE);
        client = Clinic.admitAvailable(program, "08:00", "13:00");
        var series = program.series().get("CHECK_IN");
        first = Clinic.book(client, series, SATURDAY)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        second = Clinic.book(client, series, SATURDAY.plusWeeks(1))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void withConsentItIsReadWithLabelsNoticeAndAccount() {
        // given
        var consent = Machines.consent(database, RIVERSIDE, client.patientId());

        // when
        var read = ehr(RIVERSIDE).get("/fhir/Appointment/{id}", first).then();

        // then
        Answers.keep("Appointment-booked", read.extract().asString());
        read.statusCode(200)
                .contentType(startsWith("application/fhir+json"))
                .header("ETag", "W/\"0\"")
                .header("Last-Modified", notNullValue())
                .body("resourceType", equalTo("Appointment"))
                .body("id", equalTo(first))
                .body("status", equalTo("booked"))
                .body("serviceType[0].coding[0].code", equalTo("CHECK_IN"))
                .body("minutesDuration", equalTo(60))
                .body("participant.actor.reference", equalTo(List.of("Patient/" + client.patientId())))
                .body("meta.security.code", equalTo(List.of("R", "42CFRPart2", "NORDSCLCD")))
                .body("comment", containsString("42 CFR 2.32"));
        var told = told("information-disclosed");
        assertThat(told.at("/patientId").asText()).isEqualTo(client.patientId().toString());
        assertThat(told.at("/recipientId").asText())
                .isEqualTo(Machines.hospital(RIVERSIDE).toString());
        assertThat(told.at("/consentIds/0").asText()).isEqualTo(consent.toString());
        assertThat(told.at("/dataClasses/0").asText()).isEqualTo("ATTENDANCE");
        assertThat(told.at("/resource").asText()).isEqualTo("Appointment");
        assertThat(told.at("/count").asInt()).isEqualTo(1);
    }

    @Test
    void anUnchangedAppointmentIsNotSentAgain() {
        // given
        Machines.consent(database, RIVERSIDE, client.patientId());

        // when, then
        ehr(RIVERSIDE)
                .header("If-None-Match", "W/\"0\"")
                .get("/fhir/Appointment/{id}", first)
                .then()
                .statusCode(304)
                .body(equalTo(""));
        ehr(RIVERSIDE)
                .header("If-None-Match", "W/\"7\"")
                .get("/fhir/Appointment/{id}", first)
                .then()
                .statusCode(200);
    }

    @Test
    void refusalIsToldWithItsReasons() {
        // when
        ehr(RIVERSIDE).get("/fhir/Appointment/{id}", first).then().statusCode(404);

        // then
        var told = told("disclosure-refused");
        assertThat(told.at("/reasons/0").asText()).isEqualTo("NO_CONSENT");
        assertThat(told.at("/recipientId").asText())
                .isEqualTo(Machines.hospital(RIVERSIDE).toString());
        assertThat(told.at("/operation").asText()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "status, VOIDED",
        "status, DRAFT",
        "revokedAt, 2026-09-02T00:00:00Z",
        "endedAt, 2026-09-02T00:00:00Z",
        "expiresAt, 2026-09-02T00:00:00Z",
        "signedAt, 2999-01-01T00:00:00Z",
        "earlierElements, true"
    })
    void consentThatDoesNotHoldOpensNothing(String property, String value) {
        // given
        var consent = UUID.randomUUID();
        Object changed = value.equals("true") ? true : value;

        // when
        Machines.tell(
                database,
                RIVERSIDE,
                "consent-changed",
                consent,
                1,
                Machines.terms(RIVERSIDE, consent, client.patientId(), Map.of(property, changed)));

        // then
        ehr(RIVERSIDE).get("/fhir/Appointment/{id}", first).then().statusCode(404);
        search().body("entry", equalTo(null));
    }

    @ParameterizedTest
    @CsvSource({"dataClasses, MEASURES", "purposes, PAYMENT", "recipients, 019a2b3c-0000-7000-8000-0000000000c9"})
    void consentForSomethingElseOpensNothing(String property, String value) {
        // given
        var consent = UUID.randomUUID();

        // when
        Machines.tell(
                database,
                RIVERSIDE,
                "consent-changed",
                consent,
                1,
                Machines.terms(RIVERSIDE, consent, client.patientId(), Map.of(property, List.of(value))));

        // then
        search().body("entry", equalTo(null));
    }

    @Test
    void revocationHoldsAndAnOlderEventDoesNotBringTheConsentBack() {
        // given
        var consent = Machines.consent(database, RIVERSIDE, client.patientId());
        ehr(RIVERSIDE).get("/fhir/Appointment/{id}", first).then().statusCode(200);

        // when
        var revoked = Machines.terms(
                RIVERSIDE,
                consent,
                client.patientId(),
                Map.of("status", "REVOKED", "revokedAt", "2026-09-02T00:00:00Z"));
        Machines.tell(database, RIVERSIDE, "consent-changed", consent, 3, revoked);
        Machines.tell(
                database,
                RIVERSIDE,
                "consent-changed",
                consent,
                2,
                Machines.terms(RIVERSIDE, consent, client.patientId(), Map.of()));

        // then
        ehr(RIVERSIDE).get("/fhir/Appointment/{id}", first).then().statusCode(404);
    }

    @Test
    void restrictionWinsOverConsentUntilItEnds() {
        // given
        Machines.consent(database, RIVERSIDE, client.patientId());
        var restriction = UUID.randomUUID();

        // when
        Machines.tell(database, RIVERSIDE, "restriction-changed", restriction, 1, restriction(restriction, false));

        // then
        ehr(RIVERSIDE).get("/fhir/Appointment/{id}", first).then().statusCode(404);
        Machines.tell(database, RIVERSIDE, "restriction-changed", restriction, 2, restriction(restriction, true));
        ehr(RIVERSIDE).get("/fhir/Appointment/{id}", first).then().statusCode(200);
    }

    private Map<String, Object> restriction(UUID id, boolean ended) {
        return Map.of(
                "restrictionId",
                id,
                "patientId",
                client.patientId(),
                "recipientId",
                Machines.hospital(RIVERSIDE),
                "dataClasses",
                List.of("ATTENDANCE"),
                "ended",
                ended,
                "occurredAt",
                "2026-09-02T13:00:00Z");
    }

    @Test
    void consentForAClassNeedsATreatingRelationship() {
        // given
        var consent = UUID.randomUUID();
        var relationship = UUID.randomUUID();
        Machines.tell(
                database,
                RIVERSIDE,
                "consent-changed",
                consent,
                1,
                Machines.terms(
                        RIVERSIDE,
                        consent,
                        client.patientId(),
                        Map.of("recipients", List.of(), "recipientClasses", List.of("TREATING_PROVIDERS"))));
        ehr(RIVERSIDE).get("/fhir/Appointment/{id}", first).then().statusCode(404);

        // when
        Machines.tell(
                database,
                RIVERSIDE,
                "treating-relationship-changed",
                relationship,
                1,
                Map.of(
                        "relationshipId",
                        relationship,
                        "patientId",
                        client.patientId(),
                        "recipientId",
                        Machines.hospital(RIVERSIDE),
                        "ended",
                        false,
                        "occurredAt",
                        "2026-09-02T13:00:00Z"));

        // then
        ehr(RIVERSIDE).get("/fhir/Appointment/{id}", first).then().statusCode(200);
    }

    @Test
    void clientThatIsTakenOutOfTheRegistryIsToldNothing() {
        // given
        Machines.consent(database, RIVERSIDE, client.patientId());

        // when
        Machines.register(database, RIVERSIDE, false);

        // then
        ehr(RIVERSIDE).get("/fhir/Appointment/{id}", first).then().statusCode(404);
        assertThat(told("disclosure-refused").at("/reasons/0").asText()).isEqualTo("CLIENT_NOT_REGISTERED");
    }

    @Test
    void clientCannotStateAPurposeThatItIsNotRegisteredFor() {
        // given
        Machines.consent(database, RIVERSIDE, client.patientId());

        // when, then
        ehr(RIVERSIDE)
                .header("Purpose-Of-Use", "HPAYMT")
                .get("/fhir/Appointment/{id}", first)
                .then()
                .statusCode(404);
    }

    @Test
    void searchFindsByDayMomentStatusAndIdentifierInPages() {
        // given
        Machines.consent(database, RIVERSIDE, client.patientId());
        var other = SATURDAY.plusWeeks(1);

        // when, then
        search().body("type", equalTo("searchset"))
                .body("total", equalTo(null))
                .body("entry.resource.id", equalTo(List.of(first, second)))
                .body("entry.search.mode", everyItem(equalTo("match")))
                .body("entry.resource.comment", everyItem(containsString("42 CFR 2.32")));
        search("date", SATURDAY.toString()).body("entry.resource.id", equalTo(List.of(first)));
        search("date", "gt" + SATURDAY).body("entry.resource.id", equalTo(List.of(second)));
        search("date", "le" + SATURDAY).body("entry.resource.id", equalTo(List.of(first)));
        search("date", "lt" + SATURDAY).body("entry", equalTo(null));
        search("date", "ge" + SATURDAY, "date", "lt" + other).body("entry.resource.id", equalTo(List.of(first)));
        search("date", "ge" + other + "T00:00:00Z").body("entry.resource.id", equalTo(List.of(second)));
        search("status", "booked,noshow").body("entry", hasSize(2));
        search("status", "cancelled").body("entry", equalTo(null));
        search("service-type", "CHECK_IN").body("entry.resource.id", equalTo(List.of(first, second)));
        search("service-type", AppointmentMapping.KIND_SYSTEM + "|CHECK_IN").body("entry", hasSize(2));
        search("service-type", "GROUP,INDIVIDUAL").body("entry", equalTo(null));
        search("service-type", "GROUP,CHECK_IN", "date", SATURDAY.toString())
                .body("entry.resource.id", equalTo(List.of(first)));
        search("_id", second + ",nobody").body("entry.resource.id", equalTo(List.of(second)));
        search("_lastUpdated", "gt2999-01-01T00:00:00Z").body("entry", equalTo(null));
        String next = search("_count", "1")
                .body("entry.resource.id", equalTo(List.of(first)))
                .extract()
                .path("link.find { it.relation == 'next' }.url");
        ehr(RIVERSIDE)
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .body("entry.resource.id", equalTo(List.of(second)))
                .body("link.relation", equalTo(List.of("self")));
    }

    @Test
    void searchByPostFindsTheSame() {
        // given
        Machines.consent(database, RIVERSIDE, client.patientId());

        // when
        var found = ehr(RIVERSIDE)
                .formParam("patient", "Patient/" + client.patientId())
                .formParam("service-type", "CHECK_IN")
                .formParam("_count", "1")
                .post("/fhir/Appointment/_search")
                .then();

        // then
        String next = found.statusCode(200)
                .body("entry.resource.id", equalTo(List.of(first)))
                .extract()
                .path("link.find { it.relation == 'next' }.url");
        ehr(RIVERSIDE)
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .body("entry.resource.id", equalTo(List.of(second)));
    }

    @Test
    void whatBecameOfThemIsTheirStatus() {
        // given
        Machines.consent(database, RIVERSIDE, client.patientId());
        Clinic.scheduler(RIVERSIDE)
                .header("If-Match", "*")
                .body(Map.of("reason", "CLIENT_REQUEST"))
                .post("/api/bookings/{id}/cancellation", first)
                .then()
                .statusCode(200);

        // when, then
        search("status", "cancelled").body("entry.resource.id", equalTo(List.of(first)));
        search("status", "booked").body("entry.resource.id", equalTo(List.of(second)));
        ehr(RIVERSIDE)
                .get("/fhir/Appointment/{id}", first)
                .then()
                .body("status", equalTo("cancelled"))
                .header("ETag", not(equalTo("W/\"0\"")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date=yesterday",
                "date=2026-13-01",
                "date=2026-02-30",
                "date=ne2026-01-01",
                "status=arrived",
                "service-type=check-in",
                "service-type=GROUP,YOGA",
                "_lastUpdated=2026-01-01",
                "_count=0",
                "_count=201",
                "after=nonsense"
            })
    void whatCanNotBeMeantIsRefusedWhoeverItIsAbout(String parameter) {
        // given
        var parts = parameter.split("=", 2);

        // when
        var refused = ehr(RIVERSIDE)
                .queryParam("patient", UUID.randomUUID().toString())
                .queryParam(parts[0], parts[1])
                .get("/fhir/Appointment")
                .then();

        // then
        refused.statusCode(422)
                .body("resourceType", equalTo("OperationOutcome"))
                .body("issue[0].expression[0]", containsString(parts[0]));
    }

    @Test
    void parametersThatAreNotKnownOrGivenTwiceAreRefused() {
        // when, then
        ehr(RIVERSIDE)
                .queryParam("patient", client.patientId())
                .queryParam("practitioner", "1")
                .get("/fhir/Appointment")
                .then()
                .statusCode(400);
        ehr(RIVERSIDE)
                .queryParam("patient", client.patientId())
                .queryParam("patient", UUID.randomUUID())
                .get("/fhir/Appointment")
                .then()
                .statusCode(400);
        ehr(RIVERSIDE)
                .formParam("patient", client.patientId())
                .formParam("actor", "1")
                .post("/fhir/Appointment/_search")
                .then()
                .statusCode(400);
        ehr(RIVERSIDE).get("/fhir/Appointment").then().statusCode(422);
    }

    @Test
    void nothingIsToldWhileTheConsentsMayHaveChanged() throws SQLException {
        // given
        var consent = Machines.consent(database, RIVERSIDE, client.patientId());
        ehr(RIVERSIDE).get("/fhir/Appointment/{id}", first).then().statusCode(200);

        // when: a revocation arrives that can't be taken in
        try (var connection = connections.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table copied_consent in share mode");
            Machines.publish(
                    RIVERSIDE,
                    "consent-changed",
                    consent,
                    2,
                    Machines.terms(
                            RIVERSIDE,
                            consent,
                            client.patientId(),
                            Map.of("status", "REVOKED", "revokedAt", "2026-09-02T00:00:00Z")));

            // then
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> ehr(RIVERSIDE)
                    .get("/fhir/Appointment/{id}", first)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("resourceType", equalTo("OperationOutcome")));
            connection.rollback();
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> ehr(RIVERSIDE)
                .get("/fhir/Appointment/{id}", first)
                .then()
                .statusCode(404));
    }

    @Test
    void anotherOrganizationsEhrFindsNobody() {
        // given
        Machines.register(database, LAKESIDE, true);
        Machines.consent(database, RIVERSIDE, client.patientId());

        // when, then
        ehr(LAKESIDE).get("/fhir/Appointment/{id}", first).then().statusCode(404);
        ehr(LAKESIDE)
                .queryParam("patient", client.patientId())
                .get("/fhir/Appointment")
                .then()
                .statusCode(200)
                .body("entry", equalTo(null));
    }

    private ValidatableResponse search(String... parameters) {
        var request = ehr(RIVERSIDE).queryParam("patient", client.patientId().toString());
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/fhir/Appointment").then().statusCode(200);
    }

    /** What was told last of this client. */
    private com.fasterxml.jackson.databind.JsonNode told(String fact) {
        try (var kafka = KafkaProbe.connect()) {
            return kafka.await(
                            "scheduling.disclosure.v1",
                            message -> message.headers().get("ce_type").equals("care.iop.scheduling." + fact + ".v1")
                                    && message.event()
                                            .data()
                                            .at("/patientId")
                                            .asText()
                                            .equals(client.patientId().toString()))
                    .event()
                    .data();
        }
    }

    @Test
    void staffAndOtherMachinesReadAppointmentsElsewhere() {
        for (var token : List.of(
                TestTokens.bearer(RIVERSIDE, "scheduler", "clinician", "program-director", "compliance-officer"),
                TestTokens.system(RIVERSIDE, "system/ServiceRequest.r", "system/Patient.rs"))) {
            given().auth()
                    .oauth2(token)
                    .get("/fhir/Appointment/{id}", first)
                    .then()
                    .statusCode(403)
                    .body("resourceType", equalTo("OperationOutcome"));
        }
    }
}
