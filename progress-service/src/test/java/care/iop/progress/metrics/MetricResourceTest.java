package care.iop.progress.metrics;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import care.iop.chassis.testing.TestTokens;
import care.iop.progress.Clinic;
import care.iop.progress.Database;
import care.iop.progress.Roles;
import care.iop.progress.ServiceTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class MetricResourceTest {

    private static final LocalDate JANUARY_5 = LocalDate.of(2026, 1, 5);

    @Inject
    Database database;

    @Inject
    Clock clock;

    private String organization;
    private People people;

    @BeforeEach
    void nameOrganization() {
        organization = "metrics-" + UUID.randomUUID();
        people = new People(database, organization);
    }

    @Test
    void everyMetricSaysWhatItMeansAndCounts() {
        // given
        people.admit(JANUARY_5);

        // when
        var list = analyst().get("/api/metrics");

        // then
        list.then()
                .statusCode(200)
                .body("items", hasSize(MetricCode.values().length))
                .body("items.text", everyItem(notNullValue()))
                .body("items.exclusions", everyItem(notNullValue()));
        for (var code : MetricCode.values()) {
            for (var by : code == MetricCode.CAPACITY_UTILIZATION
                    ? List.of(Dimension.PROGRAM)
                    : List.of(Dimension.values())) {
                read(code, Map.of("from", "2026-01", "by", by.name()))
                        .statusCode(200)
                        .body("definition.code", equalTo(code.name()))
                        .body("cohort.by", equalTo(by.name()));
            }
        }
    }

    @Test
    void figureStandsWithItsDefinitionAndDay() {
        // given
        for (int i = 0; i < 30; i++) {
            var person = people.admit(JANUARY_5.plusDays(i % 2 == 0 ? 0 : 40));
            if (i < 12) {
                people.discharge(person, person.admittedOn().plusDays(10), 2);
            }
        }

        // when
        var shown = read(MetricCode.RETENTION_30, Map.of("from", "2026-01", "to", "2026-02", "asOf", "2026-06-30"));

        // then
        shown.statusCode(200)
                .body("asOf", equalTo("2026-06-30"))
                .body("definition.population", equalTo("Admissions at least 30 days before the day of the figure"))
                .body("all.persons", equalTo(30))
                .body("all.counts.RETAINED", equalTo(18))
                .body("all.counts.LEFT", equalTo(12))
                .body("all.measures.code", contains("RETENTION"))
                .body("all.measures[0].numerator", equalTo(18))
                .body("all.measures[0].denominator", equalTo(30))
                .body("all.measures[0].value", equalTo(0.6f))
                .body("suppressed", equalTo(false));
    }

    @Test
    void smallGroupTakesAnotherOneWithItAndNoSumTells() {
        // given
        var programs = new UUID[] {UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()};
        int[] sizes = {10, 11, 40};
        for (int p = 0; p < programs.length; p++) {
            for (int i = 0; i < sizes[p]; i++) {
                people.admit(JANUARY_5, programs[p], "2.1", "SELF");
            }
        }

        // when
        var shown = read(MetricCode.CASELOAD, Map.of("from", "2026-01", "by", "PROGRAM"));

        // then
        shown.statusCode(200)
                .body("suppressed", equalTo(true))
                .body("all.persons", equalTo(61))
                .body(group(programs[0]) + ".persons", nullValue())
                .body(group(programs[0]) + ".measures[0].suppressed", equalTo(true))
                .body(group(programs[1]) + ".persons", nullValue())
                .body(group(programs[2]) + ".persons", equalTo(40));
    }

    @Test
    void anotherOrganizationIsNotCounted() {
        // given
        for (int i = 0; i < 20; i++) {
            people.admit(JANUARY_5);
        }

        // when
        var shown = Clinic.json(TestTokens.bearer("metrics-" + UUID.randomUUID(), Roles.ANALYST))
                .queryParam("from", "2026-01")
                .get("/api/metrics/CASELOAD");

        // then
        shown.then().statusCode(200).body("all.persons", equalTo(0));
    }

    @Test
    void whatIsNoCohortIsRefused() {
        // when
        var noMonth = read(MetricCode.CASELOAD, Map.of("from", "January"));

        // then
        noMonth.statusCode(422).body("errors.pointer", contains("from"));
        read(MetricCode.CASELOAD, Map.of()).statusCode(422).body("errors.pointer", contains("from"));
        read(MetricCode.CASELOAD, Map.of("from", "2026-02", "to", "2026-01"))
                .statusCode(422)
                .body("errors.pointer", contains("to"));
        read(MetricCode.CASELOAD, Map.of("from", "2021-01", "to", "2026-01")).statusCode(422);
        read(MetricCode.CASELOAD, Map.of("from", "2021-02", "to", "2026-01")).statusCode(200);
        read(
                        MetricCode.CASELOAD,
                        Map.of(
                                "from",
                                "2026-01",
                                "asOf",
                                LocalDate.now(clock.withZone(People.ZONE))
                                        .plusDays(1)
                                        .toString()))
                .statusCode(422)
                .body("errors.pointer", contains("asOf"));
    }

    @Test
    void listSaysWhatIsNotOffered() {
        // when
        var list = analyst().get("/api/metrics");

        // then
        list.then().body("notOffered", hasItem(startsWith("Capacity utilization by level")));
        list.then().body("notOffered", not(hasItem(startsWith("Cohorts by"))));
        list.then().body("notOffered", not(hasItem(startsWith("Abstinence"))));
        list.then().body("items.code", hasItem("CAPACITY_UTILIZATION"));
    }

    private static String group(UUID program) {
        return "groups.find { it.key == '" + program + "' }";
    }

    private ValidatableResponse read(MetricCode code, Map<String, String> parameters) {
        return analyst()
                .queryParams(parameters)
                .get("/api/metrics/{code}", code.name())
                .then();
    }

    private RequestSpecification analyst() {
        return Clinic.json(TestTokens.bearer(organization, Roles.ANALYST));
    }
}
