package care.iop.progress.earlywarning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import care.iop.chassis.testing.TestTokens;
import care.iop.progress.Clinic;
import care.iop.progress.Database;
import care.iop.progress.Roles;
import care.iop.progress.ServiceTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test has an organization of its own, with people of whom those who stay away drop out. */
@ServiceTest
class EarlyWarningTest {

    @Inject
    Database database;

    @Inject
    Clock clock;

    private String organization;
    private LocalDate monday;

    @BeforeEach
    void open() {
        organization = "warning-" + UUID.randomUUID();
        monday = LocalDate.now(clock.withZone(ZoneOffset.UTC)).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    @Test
    void modelIsTrainedJudgedApprovedAndWarnsWithReasons() {
        // given a year in which everybody comes and reports for three weeks; every third then stays away and drops out
        var program = UUID.randomUUID();
        for (int person = 0; person < 300; person++) {
            past(program, monday.minusWeeks(45).plusDays(person), person % 3 == 0);
        }
        var fading = present(program, true);
        var steady = present(program, false);

        // when
        var id = operator()
                .post("/api/warning-models")
                .then()
                .statusCode(201)
                .body("status", equalTo("TRAINED"))
                .body("weights", hasSize(Signal.values().length))
                .body("weights.find { it.signal == 'MISSED' }.oddsRatio", greaterThan(1.0f))
                .body("evaluation.people", greaterThan(0))
                .body("evaluation.reliability", hasSize(10))
                .body("threshold", nullValue())
                .extract()
                .<String>path("id");

        // then
        clinician()
                .get("/api/early-warnings")
                .then()
                .statusCode(200)
                .body("modelId", nullValue())
                .body("items", empty());

        // when
        approve(id, 200).body("status", equalTo("APPROVED")).body("approvedBy", notNullValue());

        // then
        var warned = clinician()
                .queryParam("programId", program)
                .get("/api/early-warnings")
                .then()
                .statusCode(200)
                .body("modelId", equalTo(id))
                .body("asOf", equalTo(monday.toString()))
                .body("items.admissionId", hasItem(fading.toString()))
                .body("items.admissionId", not(hasItem(steady.toString())));
        assertThat(warned.extract().<String>path("items[0].reasons.join(' ')")).containsAnyOf("missed", "report");
        assertThat(database.number(
                        "select count(*) from access_log where organization_id = ? and resource = 'EarlyWarning'",
                        organization))
                .isPositive();
        clinician()
                .queryParam("programId", UUID.randomUUID())
                .get("/api/early-warnings")
                .then()
                .body("items", empty());
    }

    @Test
    void newerModelRetiresTheOneInUseAndEachIsKept() {
        // given
        for (int person = 0; person < 300; person++) {
            past(UUID.randomUUID(), monday.minusWeeks(45).plusDays(person), person % 3 == 0);
        }
        var first = train();
        var second = train();
        approve(first, 200);

        // when
        approve(second, 200);

        // then
        director()
                .get("/api/warning-models")
                .then()
                .statusCode(200)
                .body("items.status", contains("APPROVED", "RETIRED"));
        approve(first, 409);
        operator().post("/api/warning-models/{id}/retirement", first).then().statusCode(409);
        operator()
                .post("/api/warning-models/{id}/retirement", second)
                .then()
                .statusCode(200)
                .body("status", equalTo("RETIRED"));
        clinician().get("/api/early-warnings").then().body("modelId", nullValue());
    }

    @Test
    void tooFewWhoDroppedOutTeachNothing() {
        // given
        past(UUID.randomUUID(), monday.minusWeeks(20), true);

        // when
        var response = operator().post("/api/warning-models");

        // then
        response.then().statusCode(409).body("type", equalTo("/problems/too-little-to-learn-from"));
    }

    @Test
    void thresholdOutsideOfItsRangeIsRefused() {
        // when
        var response =
                operator().body(Map.of("threshold", 1.5)).post("/api/warning-models/{id}/approval", UUID.randomUUID());

        // then
        response.then().statusCode(422);
    }

    private String train() {
        return operator()
                .post("/api/warning-models")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse approve(String id, int status) {
        return operator()
                .body(Map.of("threshold", 0.3))
                .post("/api/warning-models/{id}/approval", id)
                .then()
                .statusCode(status);
    }

    /** Somebody whose episode is over: six weeks long, or four when dropped out, the last two of which they stayed away. */
    private void past(UUID program, LocalDate admittedOn, boolean dropsOut) {
        var admission = episode(program, admittedOn, admittedOn.plusDays(dropsOut ? 28 : 42), dropsOut ? 2 : 1);
        for (int week = 0; week < (dropsOut ? 5 : 7); week++) {
            week(admission, admittedOn, week, dropsOut && week >= 2);
        }
    }

    private UUID present(UUID program, boolean fades) {
        var admittedOn = monday.minusDays(23);
        var admission = episode(program, admittedOn, null, null);
        for (int week = 0; week < 4; week++) {
            week(admission, admittedOn, week, fades && week >= 1);
        }
        return admission;
    }

    private UUID episode(UUID program, LocalDate admittedOn, LocalDate endedOn, Integer reason) {
        var admission = UUID.randomUUID();
        database.change(
                """
                insert into episode (organization_id, id, source_version, patient_id, program_id, level_of_care, admitted_on,
                                     prescribed_minutes_per_week, ended_on, teds_reason)
                values (?, ?, 1, ?, ?, '2.1', ?, 540, ?::date, ?::smallint)""",
                organization,
                admission,
                UUID.randomUUID(),
                program,
                admittedOn,
                endedOn == null ? null : endedOn.toString(),
                reason);
        return admission;
    }

    private void week(UUID admission, LocalDate admittedOn, int number, boolean away) {
        var startsOn = admittedOn
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(number);
        database.change(
                "insert into weekly_attendance values (?, ?, ?, 3, 0, ?, 0, 540, ?)",
                organization,
                admission,
                startsOn,
                away ? 0 : 3,
                away ? 0 : 540);
        if (!away) {
            database.change(
                    "insert into weekly_check_ins values (?, ?, ?, 127, 0, 42, 21, 98)",
                    organization,
                    admission,
                    startsOn);
        }
    }

    private RequestSpecification operator() {
        return Clinic.json(TestTokens.bearer(organization, Roles.OPERATOR));
    }

    private RequestSpecification clinician() {
        return Clinic.clinician(organization);
    }

    private RequestSpecification director() {
        return Clinic.director(organization);
    }
}
