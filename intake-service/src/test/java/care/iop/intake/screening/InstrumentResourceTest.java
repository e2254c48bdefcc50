package care.iop.intake.screening;

import static care.iop.intake.Desk.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import care.iop.chassis.instrument.InstrumentDefinition.Item;
import care.iop.chassis.instrument.Instruments;
import care.iop.intake.Database;
import care.iop.intake.Desk;
import care.iop.intake.ServiceTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Worked cases of every instrument over HTTP. Answers stand in the order of the items, a dash for one left out. */
@ServiceTest
class InstrumentResourceTest {

    @Inject
    Database database;

    /** Both sides of every band, worked by hand from the published tables. */
    @ParameterizedTest
    @CsvSource({
        "PHQ-9,   0 0 0 0 0 0 0 0 0 0, , 0, minimal",
        "PHQ-9,   1 1 1 1 0 0 0 0 0 3, , 4, minimal",
        "PHQ-9,   1 1 1 1 1 0 0 0 0 3, , 5, mild",
        "PHQ-9,   3 3 3 0 0 0 0 0 0, , 9, mild",
        "PHQ-9,   3 3 3 1 0 0 0 0 0, , 10, moderate",
        "PHQ-9,   3 3 3 3 2 0 0 0 0, , 14, moderate",
        "PHQ-9,   3 3 3 3 3 0 0 0 0, , 15, moderately-severe",
        "PHQ-9,   3 3 3 3 3 3 1 0 0, , 19, moderately-severe",
        "PHQ-9,   3 3 3 3 3 3 2 0 0, , 20, severe",
        "PHQ-9,   3 3 3 3 3 3 3 3 3 3, , 27, severe",
        "PHQ-2,   0 0, , 0, negative",
        "PHQ-2,   1 1, , 2, negative",
        "PHQ-2,   2 1, , 3, positive",
        "PHQ-2,   3 3, , 6, positive",
        "GAD-7,   0 0 0 0 0 0 0, , 0, minimal",
        "GAD-7,   1 1 1 1 0 0 0, , 4, minimal",
        "GAD-7,   1 1 1 1 1 0 0, , 5, mild",
        "GAD-7,   3 3 3 0 0 0 0, , 9, mild",
        "GAD-7,   3 3 3 1 0 0 0, , 10, moderate",
        "GAD-7,   3 3 3 3 2 0 0, , 14, moderate",
        "GAD-7,   3 3 3 3 3 0 0, , 15, severe",
        "GAD-7,   3 3 3 3 3 3 3, , 21, severe",
        "AUDIT,   0 - - - - - - - 0 0, , 0, low-risk",
        "AUDIT,   4 1 1 0 0 0 1 0 0 0, , 7, low-risk",
        "AUDIT,   4 2 1 0 0 0 1 0 0 0, , 8, hazardous",
        "AUDIT,   4 4 4 1 1 1 0 0 0 0, , 15, hazardous",
        "AUDIT,   4 4 4 1 1 1 1 0 0 0, , 16, harmful",
        "AUDIT,   4 4 4 1 1 1 2 2 0 0, , 19, harmful",
        "AUDIT,   4 4 4 1 1 1 3 2 0 0, , 20, possible-dependence",
        "AUDIT,   4 4 4 4 4 4 4 4 4 4, , 40, possible-dependence",
        "AUDIT-C, 2 0 0, FEMALE, 2, negative",
        "AUDIT-C, 2 1 0, FEMALE, 3, positive",
        "AUDIT-C, 2 1 0, MALE, 3, negative",
        "AUDIT-C, 2 1 1, MALE, 4, positive",
        "AUDIT-C, 2 0 0, UNKNOWN, 2, negative",
        "AUDIT-C, 2 1 0, UNKNOWN, 3, positive",
        "AUDIT-C, 2 1 0, , 3, positive",
        "AUDIT-C, 4 4 4, MALE, 12, positive",
        "DAST-10, 0 0 1 0 0 0 0 0 0 0, , 0, none",
        "DAST-10, 0 0 0 0 0 0 0 0 0 0, , 1, low",
        "DAST-10, 1 1 1 0 0 0 0 0 0 0, , 2, low",
        "DAST-10, 1 1 0 0 0 0 0 0 0 0, , 3, moderate",
        "DAST-10, 1 1 0 1 1 0 0 0 0 0, , 5, moderate",
        "DAST-10, 1 1 0 1 1 1 0 0 0 0, , 6, substantial",
        "DAST-10, 1 1 0 1 1 1 1 1 0 0, , 8, substantial",
        "DAST-10, 1 1 0 1 1 1 1 1 1 0, , 9, severe",
        "DAST-10, 1 1 0 1 1 1 1 1 1 1, , 10, severe",
        "CIWA-AR, 0 0 0 0 0 0 0 0 0 0, , 0, mild",
        "CIWA-AR, 7 2 0 0 0 0 0 0 0 0, , 9, mild",
        "CIWA-AR, 7 3 0 0 0 0 0 0 0 0, , 10, moderate",
        "CIWA-AR, 7 7 4 0 0 0 0 0 0 0, , 18, moderate",
        "CIWA-AR, 7 7 5 0 0 0 0 0 0 0, , 19, severe",
        "CIWA-AR, 7 7 7 7 7 7 7 7 7 4, , 67, severe",
        "COWS,    0 0 0 0 0 0 0 0 0 0 0, , 0, below-mild",
        "COWS,    4 0 0 0 0 0 0 0 0 0 0, , 4, below-mild",
        "COWS,    4 1 0 0 0 0 0 0 0 0 0, , 5, mild",
        "COWS,    4 4 3 1 0 0 0 0 0 0 0, , 12, mild",
        "COWS,    4 4 5 0 0 0 0 0 0 0 0, , 13, moderate",
        "COWS,    4 4 5 5 4 2 0 0 0 0 0, , 24, moderate",
        "COWS,    4 4 5 5 4 2 1 0 0 0 0, , 25, moderately-severe",
        "COWS,    4 4 5 5 4 4 5 4 1 0 0, , 36, moderately-severe",
        "COWS,    4 4 5 5 4 4 5 4 2 0 0, , 37, severe",
        "COWS,    4 4 5 5 4 4 5 4 4 4 5, , 48, severe",
        "PCL-5,   2 0 0 0 0 2 0 2 2 0 0 0 0 0 2 2 0 0 0 0, , 12, below-cut",
        "BAM-7,   0 0 0 0 - 0 - - - - - - - 0 0 0 0 0 0 0 0 0 0, , , ",
        "TEA,     1 1 1 1, , 4, ",
        "C-SSRS,  0 0 - - - 0 -, , , none",
        "C-SSRS,  1 0 - - - 0 -, , , low",
        "C-SSRS,  0 1 0 0 0 0 -, , , low",
        "C-SSRS,  0 1 1 0 0 0 -, , , moderate",
        "C-SSRS,  0 0 - - - 1 0, , , moderate",
        "C-SSRS,  0 1 0 1 0 0 -, , , high",
        "C-SSRS,  0 1 0 0 1 0 -, , , high",
        "C-SSRS,  0 0 - - - 1 1, , , high"
    })
    void completeFormsHaveTheirPublishedBand(String code, String answers, String sex, Integer total, String band) {
        // when
        var score = score(code, answers, sex);

        // then
        score.body("total", equalTo(total))
                .body("band", equalTo(band))
                .body("complete", equalTo(true))
                .body("prorated", equalTo(false))
                .body("missingItems", empty())
                .body("noTotalBecause", nullValue())
                .body("flags.code", not(hasItem("INCONSISTENT_ANSWERS")));
    }

    /** What is missing, and what can be said all the same. 6 points on 7 of 9 items are 7.71 on 9, on 8 of 9 6.75. */
    @ParameterizedTest
    @CsvSource({
        "PHQ-9,   1 1 1 1 1 1 0 - 0, 7, mild, , , 8",
        "PHQ-9,   1 1 1 1 1 1 - - 0, 8, mild, , , 7 8",
        "PHQ-9,   1 1 1 1 1 - - - 0, , , TOO_MANY_ITEMS_MISSING, mild, 6 7 8",
        "PHQ-9,   1 1 1 1 1 1 1 1 -, , , SAFETY_ITEM_MISSING, mild, 9",
        "PHQ-9,   - - - - - - - - 1, , , TOO_MANY_ITEMS_MISSING, minimal, 1 2 3 4 5 6 7 8",
        "GAD-7,   1 1 1 1 1 - -, 7, mild, , , 6 7",
        "GAD-7,   1 1 1 1 - - -, , , TOO_MANY_ITEMS_MISSING, minimal, 5 6 7",
        "PHQ-2,   3 -, , , TOO_MANY_ITEMS_MISSING, positive, 2",
        "AUDIT,   1 1 0 0 0 0 0 - 0 0, , , TOO_MANY_ITEMS_MISSING, low-risk, 8",
        "AUDIT,   0 - - - - - - - 0 -, , , TOO_MANY_ITEMS_MISSING, low-risk, 10",
        "AUDIT,   1 0 1 - - - - - 0 0, , , TOO_MANY_ITEMS_MISSING, low-risk, 4 5 6 7 8",
        "AUDIT-C, 2 - 0, , , TOO_MANY_ITEMS_MISSING, negative, 2",
        "DAST-10, 1 1 - 0 0 0 0 0 0 0, , , TOO_MANY_ITEMS_MISSING, low, 3",
        "CIWA-AR, 7 7 7 7 7 7 7 7 7 -, , , TOO_MANY_ITEMS_MISSING, severe, 10",
        "COWS,    0 0 0 0 0 0 0 0 0 0 -, , , TOO_MANY_ITEMS_MISSING, below-mild, 11",
        "C-SSRS,  0 1 1 0 0 - -, , , TOO_MANY_ITEMS_MISSING, moderate, 6 6-recent",
        "C-SSRS,  0 0 - - - 1 -, , , TOO_MANY_ITEMS_MISSING, moderate, 6-recent"
    })
    void incompleteFormsSayWhatIsMissing(
            String code, String answers, Integer total, String band, String because, String atLeast, String missing) {
        // when
        var score = score(code, answers, null);

        // then
        score.body("total", equalTo(total))
                .body("band", equalTo(band))
                .body("noTotalBecause", equalTo(because))
                .body("bandAtLeast", equalTo(atLeast))
                .body("complete", equalTo(false))
                .body("prorated", equalTo(total != null))
                .body("missingItems", contains(missing.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource({
        "PHQ-9, 0 0 0 0 0 0 0 0 1, SUICIDAL_THOUGHTS",
        "PHQ-9, - - - - - - - - 1, SUICIDAL_THOUGHTS",
        "C-SSRS, - - - 1 - - -, SUICIDE_RISK_HIGH",
        "C-SSRS, - - - - - 1 -, SUICIDE_RISK_MODERATE",
        "CIWA-AR, - - - - - - 4 - - -, HALLUCINATIONS",
        "CIWA-AR, - - - - - - - - - 2, DISORIENTATION",
        "CIWA-AR, 0 0 0 0 0 0 0 0 0 0 1 0 0, COMPLICATED_WITHDRAWAL"
    })
    void safetyItemsFireAtAnyTotalAndOnIncompleteForms(String code, String answers, String flag) {
        // when
        var score = score(code, answers, null);

        // then
        score.body("safetyFlags.code", contains(flag));
    }

    @ParameterizedTest
    @CsvSource({"PHQ-9, 3 3 3 3 3 3 3 3 0", "C-SSRS, 0 0 - - - 0 -", "CIWA-AR, 7 7 7 7 7 3 3 3 7 1 0 0 0"})
    void nothingFiresBelowTheThreshold(String code, String answers) {
        // when
        var score = score(code, answers, null);

        // then
        score.body("safetyFlags", empty());
    }

    @Test
    void anAnswerOfTheHighestLevelCountsWhateverIsMissing() {
        // when
        var score = score("C-SSRS", "- - - - 1 - -", null);

        // then
        score.body("band", equalTo("high"))
                .body("complete", equalTo(false))
                .body("missingItems", contains("1", "2", "3", "4", "6", "6-recent"));
    }

    @ParameterizedTest
    @CsvSource({
        "C-SSRS, 0 0 0 1 0 0 -, high, INCONSISTENT_ANSWERS",
        "C-SSRS, 0 0 1 0 0 0 -, moderate, INCONSISTENT_ANSWERS",
        "C-SSRS, 0 0 - - - 0 1, high, INCONSISTENT_ANSWERS",
        "AUDIT, 0 0 1 - - - - - 0 0, low-risk, INCONSISTENT_ANSWERS",
        "AUDIT-C, 0 1 -, negative, INCONSISTENT_ANSWERS",
        "AUDIT-C, 3 0 0, positive, POINTS_FROM_FREQUENCY_ALONE"
    })
    void answersToLookAtAgainAreFlaggedAndCount(String code, String answers, String band, String flag) {
        // when
        var score = score(code, answers, null);

        // then
        score.body("band", equalTo(band)).body("flags.code", contains(flag));
    }

    @ParameterizedTest
    @CsvSource({"0 - - - - - - - 0 0, 2 3 4 5 6 7 8", "2 0 0 - - - - - 0 0, 4 5 6 7 8", "2 0 0 0 0 - - - 0 0, 6 7 8"})
    void auditItemsThatNeedNoAnswerScoreZero(String answers, String notAsked) {
        // when
        var score = score("AUDIT", answers, null);

        // then
        score.body("complete", equalTo(true)).body("notAskedItems", contains(notAsked.split(" ", -1)));
    }

    /** Two or more on items 4 to 6, or 4 on items 9 and 10, call for the next higher zone. */
    @ParameterizedTest
    @CsvSource({
        "1 1 0 1 0 0 0 0 0 0, low-risk, low-risk, ''",
        "1 1 0 2 0 0 0 0 0 0, low-risk, hazardous, 4",
        "1 1 0 0 2 0 0 0 0 0, low-risk, hazardous, 5",
        "1 1 0 0 0 2 0 0 0 0, low-risk, hazardous, 6",
        "1 1 0 0 0 0 4 0 0 0, low-risk, low-risk, ''",
        "1 1 0 0 0 0 0 0 2 2, low-risk, low-risk, ''",
        "1 1 0 0 0 0 0 0 4 0, low-risk, hazardous, 9",
        "1 1 0 2 0 0 0 0 0 4, hazardous, harmful, 4 10",
        "4 4 4 4 0 0 0 0 0 0, harmful, possible-dependence, 4",
        "4 4 4 4 4 0 0 0 0 0, possible-dependence, possible-dependence, 4 5"
    })
    void singleAnswersRaiseTheZoneOfAuditByOne(String answers, String ofTotal, String band, String raisedBy) {
        // when
        var score = score("AUDIT", answers, null);

        // then
        score.body("bandOfTotal", equalTo(ofTotal))
                .body("band", equalTo(band))
                .body("bandRaisedBy", equalTo(raisedBy.isEmpty() ? List.of() : List.of(raisedBy.split(" ", -1))));
    }

    @Test
    void otherPublishedBandsStandBeside() {
        // when
        var score = score("CIWA-AR", "7 1 0 0 0 0 0 0 0 0", null);

        // then
        score.body("bandTable", equalTo("asam-2020"))
                .body("band", equalTo("mild"))
                .body("otherBands.table", contains("camcops", "cliot"))
                .body("otherBands.band", contains("moderate", "moderate"));
    }

    @ParameterizedTest
    @CsvSource({
        "PHQ-9,  1, 4",
        "PHQ-9,  1, -1",
        "PHQ-9,  1, 2147483647",
        "PHQ-9,  11, 0",
        "PHQ-9,  a~b, 0",
        "PHQ-9,  total, 9",
        "AUDIT,  9, 1",
        "AUDIT,  10, 3",
        "AUDIT,  1, 5",
        "COWS,   1, 3",
        "COWS,   3, 2",
        "COWS,   4, 3",
        "COWS,   7, 4",
        "COWS,   11, 1",
        "CIWA-AR, 10, 5",
        "CIWA-AR, 1, 8",
        "DAST-10, 1, 2",
        "C-SSRS, 1, 2"
    })
    void valuesAndItemsThatTheInstrumentDoesNotHaveAreRefused(String code, String item, String value) {
        // when
        var refused = Desk.clinician(RIVERSIDE)
                .body("{\"answers\": {\"" + item + "\": " + value + "}}")
                .post("/api/instruments/{code}/score", code)
                .then();

        // then
        refused.statusCode(422).body("errors.pointer", contains("/answers/" + item.replace("~", "~0")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1.0", "1e0", "\"1\"", "true", "[1]", "{}", "1000000000000", "NaN"})
    void valuesThatAreNoIntegersAreNotRead(String value) {
        // when
        var refused = Desk.clinician(RIVERSIDE)
                .body("{\"answers\": {\"1\": " + value + "}}")
                .post("/api/instruments/PHQ-9/score")
                .then();

        // then
        refused.statusCode(400);
    }

    @Test
    void tryingStoresNothing() {
        // given
        var before = rows();

        // when
        score("PHQ-9", "1 1 1 1 1 1 1 1 1", "MALE");

        // then
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void definitionsAreListedInFull() {
        // when
        var listed = Desk.clinician(RIVERSIDE).get("/api/instruments").then();

        // then
        listed.statusCode(200)
                .body(
                        "items.code",
                        containsInAnyOrder(
                                "C-SSRS",
                                "CIWA-AR",
                                "COWS",
                                "AUDIT",
                                "AUDIT-C",
                                "DAST-10",
                                "PHQ-2",
                                "PHQ-9",
                                "GAD-7",
                                "BAM-30",
                                "BAM-7",
                                "PCL-5",
                                "PACS",
                                "TEA",
                                "CRAVING-NRS"))
                .body("items.notice", everyItem(not(nullValue())))
                .body("items.find { it.code == 'AUDIT' }.loinc.total", equalTo("75624-7"))
                .body("items.find { it.code == 'DAST-10' }.wording", equalTo("LABELS_ONLY"));
        Desk.clinician(RIVERSIDE)
                .get("/api/instruments/phq-9")
                .then()
                .statusCode(200)
                .body("code", equalTo("PHQ-9"));
        Desk.clinician(RIVERSIDE).get("/api/instruments/PHQ-99").then().statusCode(404);
    }

    private List<?> rows() {
        return database.rows("select id from screening_assessment where organization_id = ? order by id", RIVERSIDE);
    }

    private static ValidatableResponse score(String code, String answers, String sex) {
        var ids = new Instruments()
                .find(code).orElseThrow().items().stream().map(Item::id).toList();
        var given = new HashMap<String, Object>();
        var values = answers.split(" ", -1);
        for (int i = 0; i < values.length; i++) {
            if (!values[i].equals("-")) {
                given.put(ids.get(i), Integer.valueOf(values[i]));
            }
        }
        var body = new HashMap<String, Object>(Map.of("answers", given));
        body.put("sexAtBirth", sex);
        return Desk.clinician(RIVERSIDE)
                .body(body)
                .post("/api/instruments/{code}/score", code)
                .then()
                .statusCode(200);
    }
}
