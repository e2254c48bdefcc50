package care.iop.intake.placement;

import static care.iop.intake.Desk.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;

import care.iop.intake.Database;
import care.iop.intake.Desk;
import care.iop.intake.ServiceTest;
import care.iop.intake.level.LevelOfCare;
import care.iop.intake.level.ServedLevels;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@ServiceTest
class PlacementEvaluationResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Database database;

    @Inject
    ServedLevels servedLevels;

    static Stream<WorkedCases.WorkedCase> cases() {
        return WorkedCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void workedCase(WorkedCases.WorkedCase worked) throws Exception {
        // when
        var answer =
                Desk.as(RIVERSIDE, "analyst").body(worked.facts().toString()).post("/api/placements/evaluate");

        // then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        var advice = JSON.readTree(answer.asString());
        var expected = worked.expected();
        assertThat(advice.get("decision").asText())
                .isEqualTo(expected.get("decision").asText());
        assertThat(text(advice, "recommendedLevel")).isEqualTo(text(expected, "level"));
        assertThat(text(advice, "concurrentLevel")).isEqualTo(text(expected, "concurrent"));
        assertThat(rules(advice, true))
                .containsExactly(expected.get("decisiveRule").asText());
        assertThat(rules(advice, false)).containsExactlyInAnyOrderElementsOf(texts(expected.get("alsoMatching")));
        assertThat(texts(advice.get("requiredActions"), "code"))
                .containsExactlyInAnyOrderElementsOf(texts(expected.get("actions")));
        assertExtras(advice, expected);
    }

    private static void assertExtras(JsonNode advice, JsonNode expected) {
        if (expected.has("missing")) {
            assertThat(texts(advice.get("missingInputs"))).isEqualTo(texts(expected.get("missing")));
        } else if (!expected.get("decision").asText().equals("INCOMPLETE")) {
            assertThat(texts(advice.get("missingInputs"))).isEmpty();
        }
        if (expected.has("alternatives")) {
            assertThat(texts(advice.get("alternatives"), "level")).isEqualTo(texts(expected.get("alternatives")));
        }
        if (expected.has("dueAt")) {
            assertThat(texts(advice.get("requiredActions"), "dueAt"))
                    .containsExactly(expected.get("dueAt").asText());
        }
        if (expected.has("note")) {
            assertThat(String.join(" ", texts(advice.get("notes"))))
                    .contains(expected.get("note").asText());
        }
        if (expected.has("tracks")) {
            assertThat(texts(advice.get("trackAlternatives"))).isEqualTo(texts(expected.get("tracks")));
        }
        if (expected.has("guardian")) {
            assertThat(advice.get("guardianConsentRulesApply").asBoolean())
                    .isEqualTo(expected.get("guardian").asBoolean());
        }
        if (expected.has("external")) {
            assertThat(text(advice, "externalAgreement")).isEqualTo(text(expected, "external"));
        }
        if (expected.has("levelChange")) {
            assertThat(text(advice, "levelChange")).isEqualTo(text(expected, "levelChange"));
        }
        if (expected.has("coOccurring")) {
            assertThat(advice.get("coOccurringCapable").asBoolean()).isTrue();
        }
    }

    @Test
    void theAnswerSaysWhoseRulesTheseAreAndKeepsNothing() {
        // given
        var before = database.rows("select count(*) from access_log");

        // when
        var answer = Desk.clinician(RIVERSIDE)
                .body(WorkedCases.benign().toString())
                .post("/api/placements/evaluate")
                .then();

        // then
        answer.statusCode(200)
                .body("ruleSetVersion", equalTo("loc-1.0"))
                .body("policy", containsString("[P]"))
                .body("disclaimer", containsString("licensed clinician"))
                .body("inputsHash", matchesPattern("sha256:[0-9a-f]{64}"))
                .body("reassess.days", equalTo(30))
                .body("candidateChecks.canCommit", equalTo(true));
        assertThat(database.rows("select count(*) from access_log")).isEqualTo(before);
    }

    /** The border of 20 hours: the rules call it level 2.5, and exactly 20 can still be prescribed at level 2.1. */
    @Test
    void theHoursOfTheRulesAreThoseThatThePrescriptionAllows() {
        // given
        var hours = Thresholds.load("loc-1.0").intensiveOutpatient();

        // when
        var intensive = servedLevels.minutesAt(LevelOfCare.LEVEL_2_1).orElseThrow();
        var partial = servedLevels.minutesAt(LevelOfCare.LEVEL_2_5).orElseThrow();

        // then
        assertThat(intensive.minimum()).isEqualTo(hours.adultHours().intValueExact() * 60);
        assertThat(intensive.maximum()).isEqualTo(hours.belowHours().intValueExact() * 60);
        assertThat(partial.minimum()).isEqualTo(hours.belowHours().intValueExact() * 60);
    }

    @Test
    void theExampleOfTheDocumentIsAnswered() {
        // when
        var answer = Desk.clinician(RIVERSIDE)
                .body(PlacementFacts.EXAMPLE)
                .post("/api/placements/evaluate")
                .then();

        // then
        answer.statusCode(200)
                .body("decision", equalTo("LEVEL_RECOMMENDED"))
                .body("recommendedLevel", equalTo("2.1"))
                .body("candidateChecks.noDetoxOr24h", equalTo(true))
                .body("candidateChecks.safeSupportiveHome", equalTo(true))
                .body("candidateChecks.needsMoreThanOutpatient", equalTo(true))
                .body("candidateChecks.continuityFromHigherLevel", equalTo(false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /ratings/d1/severity                | {"ratings":{"d1":{"severity":5}}}
            /ratings/d6/severity                | {"ratings":{"d6":{"severity":-1}}}
            /withdrawal/ciwaAr/total            | {"withdrawal":{"ciwaAr":{"total":68}}}
            /withdrawal/cows/total              | {"withdrawal":{"cows":{"total":49}}}
            /substances/0/criteriaCount         | {"substances":[{"substance":"ALCOHOL","criteriaCount":12}]}
            /substances/1                       | {"substances":[{"substance":"OTHER","criteriaCount":1},{"substance":"OTHER","criteriaCount":1}]}
            /phq9/item9                         | {"phq9":{"takenOn":"2026-09-04","item9":4}}
            /phq9/takenOn                       | {"phq9":{"takenOn":"9999-12-31","item9":0}}
            /cssrs/takenOn                      | {"cssrs":{"takenOn":"2026-09-05"}}
            /assessedAt                         | {"assessedAt":"9999-12-31T00:00:00Z"}
            /assessedAt                         | {"assessedAt":"1999-12-31T23:59:59Z"}
            /birthDate                          | {"birthDate":"1899-12-31"}
            /timeZone                           | {"timeZone":"Moon/Crater"}
            /availability/hoursPerWeek          | {"availability":{"hoursPerWeek":1000000000}}
            /availability/hoursPerWeek          | {"availability":{"hoursPerWeek":-1}}
            /currentLevel                       | {"currentLevel":"1"}
            /externalLevelOfCare/level          | {"externalLevelOfCare":{"level":"1-WM","edition":"ASAM4"}}
            /goalProgress/goalsMet              | {"goalProgress":{"goalsMet":3,"goalsSet":2}}
            """)
    void whatCannotBeIsRefusedAtItsPlace(String pointer, String change) throws Exception {
        // given
        var facts = WorkedCases.merged(WorkedCases.benign(), JSON.readTree(change));

        // when
        var refused = Desk.clinician(RIVERSIDE)
                .body(facts.toString())
                .post("/api/placements/evaluate")
                .then();

        // then
        refused.statusCode(422).body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"availability":{"hoursPerWeek":"NaN"}}
            {"ratings":{"d1":{"severity":"2"}}}
            {"ratings":{"d1":{"severity":1.5}}}
            {"ratings":{"d7":{"severity":1}}}
            {"criteriaEdition":"ASAM5"}
            {"currentLevel":"2.10"}
            {"availability":{"days":["FUNDAY"]}}
            {"pregnant":"no"}
            """)
    void whatCannotBeReadIsRefused(String change) throws Exception {
        // given
        var facts = WorkedCases.merged(WorkedCases.benign(), JSON.readTree(change));

        // when
        var refused = Desk.clinician(RIVERSIDE)
                .body(facts.toString())
                .post("/api/placements/evaluate")
                .then();

        // then
        refused.statusCode(400);
    }

    private static List<String> rules(JsonNode advice, boolean decisive) {
        var rules = new ArrayList<String>();
        advice.get("reasons").forEach(reason -> {
            if (reason.get("decisive").asBoolean() == decisive) {
                rules.add(reason.get("ruleId").asText());
            }
        });
        return rules;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("").replace("null", "");
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static List<String> texts(JsonNode array, String field) {
        var texts = new ArrayList<String>();
        array.forEach(item -> texts.add(item.get(field).asText()));
        return texts;
    }
}
