package care.iop.progress.assessment;

import static care.iop.progress.Clinic.RIVERSIDE;
import static care.iop.progress.Clinic.clinician;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import care.iop.chassis.instrument.Instruments;
import care.iop.progress.Clinic;
import care.iop.progress.Clinic.Client;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class InstrumentResourceTest {

    private static final String ASSESSMENTS = "/api/patients/{patientId}/assessments";

    @Inject
    Database database;

    @Test
    void listSaysTermsAndWhatCountsAsAChange() {
        // when
        var listed = clinician(RIVERSIDE).get("/api/instruments");

        // then
        listed.then()
                .statusCode(200)
                .body("items.code", hasItems("PHQ-9", "BAM-7", "BAM-30", "PCL-5", "TEA", "C-SSRS"))
                .body("items.find { it.code == 'BAM-7' }.subscales", contains("USE", "RISK", "PROTECTIVE"))
                .body("items.find { it.code == 'PHQ-9' }.changeCriteria.code", hasItem("talking-therapies"))
                .body("items.find { it.code == 'TEA' }.higherIs", equalTo("BETTER"))
                .body("items.find { it.code == 'TEA' }.changeCriteria", empty());
    }

    @Test
    void triedScoreIsStoredNowhereAndCallsNobody() {
        // given
        long before = database.number("select count(*) from alert");

        // when
        var tried = clinician(RIVERSIDE).body(Map.of("answers", Map.of("9", 3))).post("/api/instruments/PHQ-9/score");

        // then
        tried.then().statusCode(200).body("safetyFlags.code", contains("SUICIDAL_THOUGHTS"));
        assertThat(database.number("select count(*) from alert")).isEqualTo(before);
    }

    @Test
    void changeIsJudgedByEachCriterionOnItsOwn() {
        // when
        var change = change("PHQ-9", "{\"baseline\": {\"total\": 16}, \"now\": {\"total\": 9}}");

        // then
        change.then()
                .statusCode(200)
                .body("differences[0].gain", equalTo(7))
                .body("criteria.find { it.primary }.criterion.code", equalTo("talking-therapies"))
                .body("criteria.find { it.primary }.category", equalTo("RECOVERED"))
                .body("criteria.find { it.criterion.code == 'response' }.category", equalTo("UNCHANGED"))
                .body("criteria.find { it.criterion.code == 'five-points' }.category", equalTo("IMPROVED"));
    }

    @Test
    void upIsGoodWhereTheInstrumentSaysSo() {
        // when
        var change = change("TEA", """
                {"baseline": {"total": 12}, "now": {"total": 30},
                 "constants": {"baselineSd": 7.5, "reliability": 0.8, "cut": 20}}""");

        // then
        change.then()
                .statusCode(200)
                .body("differences[0].gain", equalTo(18))
                .body("criteria.criterion.code", contains("jacobson-truax"))
                .body("criteria.criterion.reliableFrom", contains(10))
                .body("criteria.category", contains("RECOVERED"));
    }

    @Test
    void subscalesOfTheBamPointEachTheirOwnWay() {
        // when
        var change = change("BAM-30", """
                {"baseline": {"answers": %s}, "now": {"answers": %s},
                 "constants": {"baselineSd": 2, "reliability": 0, "subscale": "PROTECTIVE"}}""".formatted(
                        bam("4 4 3 0 - 0 - - - - - - - 0 0 0 0 0 0 0 1 0 2"),
                        bam("0 0 0 0 - 0 - - - - - - - 0 4 4 0 0 0 0 0 0 3")));

        // then
        change.then()
                .statusCode(200)
                .body("differences.subscale", contains("USE", "RISK", "PROTECTIVE"))
                .body("differences.gain", contains(0, 12, 8))
                .body("criteria.find { it.criterion.code == 'risk-four-points' }.category", equalTo("RECOVERED"))
                .body("criteria.find { it.criterion.code == 'jacobson-truax' }.category", equalTo("IMPROVED"))
                .body("items.item", contains("1", "2", "3", "9", "10", "15", "17"))
                .body("cautions", hasItem(containsString("single items")));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "PHQ-9|{\"baseline\": {\"total\": 28}, \"now\": {\"total\": 9}}|/baseline/total",
                "TEA|{\"baseline\": {\"total\": 9}, \"now\": {\"total\": 3}}|/now/total",
                "BAM-7|{\"baseline\": {\"total\": 9}, \"now\": {\"total\": 3}}|/baseline/total",
                "PHQ-9|{\"baseline\": {}, \"now\": {\"total\": 3}}|/baseline",
                "PHQ-9|{\"baseline\": {\"total\": 3}, \"now\": {\"total\": 3, \"answers\": {\"1\": 1}}}|/now",
                "PHQ-9|{\"baseline\": {\"total\": 3}, \"now\": {\"answers\": {\"1\": 4}}}|/answers/1",
                "PHQ-9|{\"baseline\": {\"total\": 3}, \"now\": {\"total\": 3}, \"constants\": {\"baselineSd\": 5, \"reliability\": 1}}|/constants/reliability",
                "PHQ-9|{\"baseline\": {\"total\": 3}, \"now\": {\"total\": 3}, \"constants\": {\"baselineSd\": 0, \"reliability\": 0.5}}|/constants/baselineSd",
                "PHQ-9|{\"baseline\": {\"total\": 3}, \"now\": {\"total\": 3}, \"constants\": {\"baselineSd\": 5, \"reliability\": 0.5, \"subscale\": \"RISK\"}}|/constants/subscale"
            },
            delimiter = '|')
    void whatTheInstrumentDoesNotHaveIsRefused(String code, String body, String pointer) {
        // when
        var refused = change(code, body);

        // then
        refused.then().statusCode(422).body("errors.pointer", contains(pointer));
    }

    @Test
    void resultsOfLevelsAndSubscalesAreKept() {
        // given
        var client = Clinic.admit(RIVERSIDE);

        // when
        var level = record(client, "C-SSRS", Instant.parse("2026-11-20T10:00:00Z"), "0 1 0 1 0 0 -");
        var subscales = record(
                client,
                "BAM-7",
                Instant.parse("2026-11-20T10:00:00Z"),
                "4 3 3 0 - 0 - - - - - - - 0 0 0 0 0 0 0 0 0 2");

        // then
        level.then()
                .statusCode(201)
                .body("total", nullValue())
                .body("band", equalTo("high"))
                .body("complete", equalTo(true))
                .body("crisisSupport.message", containsString("988"));
        subscales
                .then()
                .statusCode(201)
                .body("total", nullValue())
                .body("subscales.points", contains(0, 10, 0))
                .body("reportedAlone.item", contains("17"))
                .body("crisisSupport", nullValue());
        clinician(RIVERSIDE)
                .queryParam("patientId", client.patientId())
                .get("/api/alerts")
                .then()
                .body("items.rule", hasItem("AL-SUI-2"))
                .body("items.severity", hasItem("CRITICAL"));
        client.asSelf()
                .get(ASSESSMENTS, client.patientId())
                .then()
                .body("items.find { it.instrument == 'BAM-7' }.subscales.RISK", equalTo(10));
    }

    @Test
    void resultIsComparedWithTheFirstCompleteOneOfTheEpisodesFirstWeek() {
        // given
        var client = Clinic.admit(RIVERSIDE);
        record(client, "PHQ-9", Instant.parse("2026-11-16T10:00:00Z"), "3 3 3 3 3 3 3 - 0 0");
        var baseline = record(client, "PHQ-9", Instant.parse("2026-11-17T10:00:00Z"), "2 2 2 2 2 2 2 2 0 0");
        var now = record(client, "PHQ-9", Instant.parse("2026-11-24T10:00:00Z"), "1 1 1 1 1 1 1 1 0 0");

        // when
        var change = client.asSelf().get(ASSESSMENTS + "/{id}/change", client.patientId(), now.<String>path("id"));
        var ofBaseline =
                client.asSelf().get(ASSESSMENTS + "/{id}/change", client.patientId(), baseline.<String>path("id"));

        // then
        change.then()
                .statusCode(200)
                .body("baselineId", equalTo(baseline.<String>path("id")))
                .body("differences[0].gain", equalTo(8))
                .body("criteria.find { it.primary }.category", equalTo("RECOVERED"))
                .body("items", hasSize(8))
                .body("cautions", contains(containsString("7 days apart")));
        ofBaseline
                .then()
                .statusCode(200)
                .body("baselineId", nullValue())
                .body("cautions", contains(containsString("is the baseline")));
    }

    @Test
    void resultAfterTheFirstWeekIsNoBaseline() {
        // given
        var client = Clinic.admit(RIVERSIDE);
        record(client, "GAD-7", Instant.parse("2026-11-24T00:00:00Z"), "2 2 2 2 2 2 2");
        var now = record(client, "GAD-7", Instant.parse("2026-11-25T10:00:00Z"), "1 1 1 1 1 1 1");

        // when
        var change = client.asSelf().get(ASSESSMENTS + "/{id}/change", client.patientId(), now.<String>path("id"));

        // then
        change.then()
                .statusCode(200)
                .body("baselineId", nullValue())
                .body("criteria.category", contains(nullValue()))
                .body("cautions", contains(containsString("no complete result")));
    }

    private static Response change(String code, String body) {
        return clinician(RIVERSIDE).body(body).post("/api/instruments/{code}/change", code);
    }

    private static Response record(Client client, String instrument, Instant takenAt, String values) {
        return client.asSelf()
                .body(Map.of(
                        "instrument",
                        instrument,
                        "takenAt",
                        takenAt.toString(),
                        "answers",
                        answers(instrument, values)))
                .post(ASSESSMENTS, client.patientId());
    }

    private static String bam(String values) {
        var json = new StringBuilder();
        answers("BAM-30", values).forEach((item, value) -> json.append(json.isEmpty() ? "{" : ", ")
                .append("\"%s\": %d".formatted(item, value)));
        return json.append("}").toString();
    }

    private static Map<String, Integer> answers(String instrument, String values) {
        var items = new Instruments().find(instrument).orElseThrow().items();
        var given = values.split(" ", -1);
        var answers = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < given.length; i++) {
            if (!given[i].equals("-")) {
                answers.put(items.get(i).id(), Integer.valueOf(given[i]));
            }
        }
        return answers;
    }
}
