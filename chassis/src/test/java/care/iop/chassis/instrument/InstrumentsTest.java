package care.iop.chassis.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import care.iop.chassis.instrument.InstrumentDefinition.HigherIs;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Instruments instruments = new Instruments();

    @ParameterizedTest
    @CsvSource({
        "C-SSRS, 3",
        "CIWA-AR, 67",
        "COWS, 48",
        "AUDIT, 40",
        "AUDIT-C, 12",
        "DAST-10, 10",
        "PHQ-2, 6",
        "PHQ-9, 27",
        "GAD-7, 21",
        "BAM-30, 60",
        "BAM-7, 60",
        "PCL-5, 80",
        "PACS, 30",
        "TEA, 40",
        "CRAVING-NRS, 10"
    })
    void everyInstrumentHasItsPublishedHighestTotal(String code, int highest) {
        // when
        var instrument = instruments.find(code).orElseThrow();

        // then
        assertThat(instrument.highestTotal()).isEqualTo(highest);
        assertThat(instruments.find(code.toLowerCase(Locale.ROOT))).contains(instrument);
        assertThat(instrument.canGive(highest)).isEqualTo(!code.equals("C-SSRS") && !code.startsWith("BAM"));
        assertThat(instrument.canGive(highest + 1)).isFalse();
        assertThat(instrument.canGive(-1)).isFalse();
    }

    /** Whatever one more point on one item is, it never lowers the band of a form that is complete. */
    @Test
    void noAnswerWithMorePointsLowersTheBand() {
        for (var instrument : instruments.all()) {
            if (instrument.bandTables().isEmpty()) {
                continue;
            }
            var answers = new TreeMap<String, Integer>();
            instrument.scoredItems().forEach(item -> answers.put(item.id(), answerWithPoints(instrument, item, true)));
            for (var item : instrument.scoredItems()) {
                // when
                int before = bandIndex(instrument, answers);
                answers.put(item.id(), answerWithPoints(instrument, item, false));
                int after = bandIndex(instrument, answers);

                // then
                assertThat(after).as(instrument.code() + " item " + item.id()).isGreaterThanOrEqualTo(before);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "-1", "2147483647", "-2147483648"})
    void aValueThatTheInstrumentDoesNotHaveIsRefusedAndNeverBent(String value) throws JsonProcessingException {
        // given
        var given = given("{\"1\": " + value + ", \"2\": 1, \"3\": 7, \"11\": 0, \"a/b\": 0}");
        var instrument = instruments.find("PHQ-9").orElseThrow();

        // then
        assertThatThrownBy(() -> Answers.of(instrument, given))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.errors())
                        .extracting(FieldProblem::pointer)
                        .containsExactlyInAnyOrder("/answers/1", "/answers/3", "/answers/11", "/answers/a~1b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"1\": null}"})
    void noAnswerAtAllIsRefused(String nothing) throws JsonProcessingException {
        // given
        var given = given(nothing);
        var instrument = instruments.find("PHQ-9").orElseThrow();

        // then
        assertThatThrownBy(() -> Answers.of(instrument, given)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aDefinitionThatContradictsItselfIsRefused() {
        refused("leaves a gap", definition -> ((ObjectNode) definition.at("/bandTables/0/bands/1")).put("from", 6));
        refused("totals at", definition -> ((ObjectNode) definition.at("/bandTables/0/bands/4")).put("to", 28));
        refused("stands twice", definition -> ((ObjectNode) definition.at("/items/1")).put("id", "1"));
        refused("no choice", definition -> ((ObjectNode) definition.at("/items/1")).put("options", "unknown"));
        refused("reversed", definition -> ((ObjectNode) definition.at("/items/1")).put("reversed", true));
        refused("no answer", definition -> ((ObjectNode) definition.at("/safety/0")).put("from", 4));
        refused("names an item", definition -> ((ArrayNode) definition.at("/noTotalWithout")).add("12"));
        refused("no subscale", definition -> ((ArrayNode) definition.at("/countRules"))
                .addObject()
                .put("code", "X")
                .put("text", "x")
                .put("countedFrom", 1)
                .putArray("atLeast")
                .addObject()
                .put("subscale", "A")
                .put("items", 1));
        refused("adds no points", definition -> subscale(definition, "1", "10"));
        refused("two subscales", definition -> {
            subscale(definition, "1");
            subscale(definition, "1");
        });
        refused("reported alone", definition -> ((ArrayNode) definition.at("/reportedAlone")).add("1"));
        refused("to no subscale", definition -> {
            subscale(definition, "1");
            definition.put("hasTotal", false);
        });
        refused(
                "a total is a sum",
                definition -> definition.put("scoring", "HIGHEST").put("mostMissing", 0));
        refused("bands without a total", definition -> definition.put("hasTotal", false));
        refused("no bands for", definition -> ((ArrayNode) definition.at("/bandTables/0/sexesAtBirth")).add("MALE"));
    }

    @Test
    void aTotalNeedNotBeginAtZero() {
        // given
        var instrument = instruments.find("TEA").orElseThrow();

        // then
        assertThat(instrument.lowestTotal()).isEqualTo(4);
        assertThat(instrument.canGive(3)).isFalse();
        assertThat(instrument.canGive(4)).isTrue();
    }

    /** Points by hand: items in their order, a dash for one left out. */
    @ParameterizedTest
    @CsvSource({
        "BAM-30, 0 0 0 0 - 0 - - - - - - - 0 0 0 0 0 0 0 0 0 0, 0 false, 0 false, 0 true",
        "BAM-30, 0 0 0 1 0 0 - - - - - - - 0 4 4 0 4 0 0 0 0 0, 1 true, 0 false, 12 true",
        "BAM-30, 4 4 3 0 - 0 - - - - - - - 0 4 4 0 4 0 0 0 1 0, 0 false, 11 false, 13 false",
        "BAM-30, 4 4 4 0 - 0 - - - - - - - 0 4 4 0 4 4 1 0 4 0, 0 false, 12 true, 24 false",
        "BAM-30, 4 4 4 4 4 4 1 1 1 1 1 1 1 4 0 0 4 0 0 0 4 0 4, 12 true, 24 true, 0 true",
        "BAM-7, 0 1 2 7 0 3 - - - - - - - 0 0 0 0 0 4 0 0 0 0, 7 true, 5 false, 4 true",
        "BAM-30, - 0 0 0 - - - - - - - - - 0 0 0 0 0 0 0 0 0 0, , , 0 true"
    })
    void subscalesHaveTheirOwnPointsAndNoTotal(String code, String answers, String use, String risk, String guard) {
        // given
        var instrument = instruments.find(code).orElseThrow();

        // when
        var score = Score.of(instrument, answered(instrument, answers), SexAtBirth.UNKNOWN);

        // then
        assertThat(score.total()).isNull();
        assertThat(score.band()).isNull();
        assertThat(score.noTotalBecause()).isNull();
        assertThat(score.subscales())
                .extracting(subscale ->
                        subscale.points() == null ? null : subscale.points() + " " + subscale.meritsAttention())
                .containsExactly(use, risk, guard);
        assertThat(score.subscales())
                .extracting(Score.SubscaleScore::higherIs)
                .containsExactly(HigherIs.WORSE, HigherIs.WORSE, HigherIs.BETTER);
    }

    @Test
    void answersThatAddNoPointsAreReportedAlone() {
        // given
        var instrument = instruments.find("BAM-30").orElseThrow();

        // when
        var score = Score.of(
                instrument, answered(instrument, "0 0 0 0 - 1 - - - - 2 - - 0 0 0 0 0 0 0 0 0 3"), SexAtBirth.UNKNOWN);

        // then
        assertThat(score.complete()).isTrue();
        assertThat(score.reportedAlone())
                .extracting(Score.LoneAnswer::item, Score.LoneAnswer::answerText)
                .containsExactly(tuple("7e", "4 to 8"), tuple("17", "Considerably"));
    }

    /** One of B, one of C, two of D and two of E must be 2 or more. */
    @ParameterizedTest
    @CsvSource({
        "2 0 0 0 0  2 0  2 2 0 0 0 0 0  2 2 0 0 0 0, 12, true",
        "1 1 1 1 1  2 0  2 2 0 0 0 0 0  2 2 0 0 0 0, 15, false",
        "2 0 0 0 0  1 1  2 2 0 0 0 0 0  2 2 0 0 0 0, 12, false",
        "2 0 0 0 0  2 0  4 1 1 1 1 1 1  2 2 0 0 0 0, 18, false",
        "2 0 0 0 0  2 0  2 2 0 0 0 0 0  4 1 1 1 1 1, 17, false",
        "2 0 0 0 0  2 0  2 - 0 0 0 0 0  2 2 0 0 0 0, , ",
        "0 0 0 0 0  2 0  2 - 0 0 0 0 0  2 2 0 0 0 0, , false",
        "2 0 0 0 0  2 0  2 2 - 0 0 0 0  2 2 0 0 0 0, , true"
    })
    void patternNeedsEnoughAnswersOfEachCluster(String answers, Integer total, Boolean met) {
        // given
        var instrument = instruments.find("PCL-5").orElseThrow();

        // when
        var score = Score.of(instrument, answered(instrument, answers), SexAtBirth.UNKNOWN);

        // then
        assertThat(score.total()).isEqualTo(total);
        assertThat(score.patterns()).extracting(Score.Pattern::met).containsExactly(met);
    }

    @ParameterizedTest
    @CsvSource({
        "PCL-5, 4 4 4 4 4 4 4 2 0 0 0 0 0 0 0 0 0 0 0 0, 30, below-cut",
        "PCL-5, 4 4 4 4 4 4 4 3 0 0 0 0 0 0 0 0 0 0 0 0, 31, cut-range",
        "PCL-5, 4 4 4 4 4 4 4 4 1 0 0 0 0 0 0 0 0 0 0 0, 33, cut-range",
        "PCL-5, 4 4 4 4 4 4 4 4 2 0 0 0 0 0 0 0 0 0 0 0, 34, above-cut",
        "PACS, 6 6 2 0 0, 14, below-15",
        "PACS, 6 6 3 0 0, 15, from-15",
        "CRAVING-NRS, 3, 3, low",
        "CRAVING-NRS, 4, 4, watch",
        "CRAVING-NRS, 6, 6, watch",
        "CRAVING-NRS, 7, 7, high",
        "TEA, 1 1 1 1, 4, ",
        "TEA, 10 10 10 10, 40, "
    })
    void totalsHaveTheirBands(String code, String answers, int total, String band) {
        // given
        var instrument = instruments.find(code).orElseThrow();

        // when
        var score = Score.of(instrument, answered(instrument, answers), SexAtBirth.UNKNOWN);

        // then
        assertThat(score.total()).isEqualTo(total);
        assertThat(score.band()).isEqualTo(band);
        assertThat(score.bandTable()).isEqualTo(code.equals("TEA") ? "none" : score.bandTable());
    }

    @Test
    void aScoreStoredBeforeThereWereSubscalesCanBeRead() throws JsonProcessingException {
        // given
        var instrument = instruments.find("PHQ-2").orElseThrow();
        var score = Score.of(instrument, answered(instrument, "1 1"), SexAtBirth.UNKNOWN);
        ObjectNode stored = JSON.valueToTree(score);
        stored.remove(List.of("subscales", "patterns", "reportedAlone"));

        // when
        var read = JSON.treeToValue(stored, Score.class);

        // then
        assertThat(read).isEqualTo(score);
    }

    private static Answers answered(InstrumentDefinition instrument, String values) {
        var given = values.split(" +", -1);
        var answers = new TreeMap<String, Integer>();
        for (int i = 0; i < given.length; i++) {
            if (!given[i].equals("-")) {
                answers.put(instrument.items().get(i).id(), Integer.valueOf(given[i]));
            }
        }
        return new Answers(answers);
    }

    private static void subscale(ObjectNode definition, String... items) {
        var added = ((ArrayNode) definition.at("/subscales"))
                .addObject()
                .put("code", "A")
                .put("title", "A")
                .put("higherIs", "WORSE")
                .putNull("attentionFrom")
                .putNull("attentionTo")
                .putNull("attentionSource");
        for (var item : items) {
            added.withArray("items").add(item);
        }
    }

    private static void refused(String because, Consumer<ObjectNode> change) {
        ObjectNode definition = JSON.valueToTree(Instruments.read("phq-9"));
        change.accept(definition);
        assertThatThrownBy(() -> JSON.treeToValue(definition, InstrumentDefinition.class))
                .hasMessageContaining(because);
    }

    private static Map<String, Integer> given(String json) throws JsonProcessingException {
        return JSON.readValue(json, new TypeReference<>() {});
    }

    private static int answerWithPoints(
            InstrumentDefinition instrument, InstrumentDefinition.Item item, boolean fewest) {
        var first = instrument.optionsOf(item).get(0);
        var last = instrument.optionsOf(item).get(instrument.optionsOf(item).size() - 1);
        return (first.points() < last.points()) == fewest ? first.value() : last.value();
    }

    private static int bandIndex(InstrumentDefinition instrument, SortedMap<String, Integer> answers) {
        var score = Score.of(instrument, new Answers(answers), SexAtBirth.UNKNOWN);
        return instrument.bandTable(SexAtBirth.UNKNOWN).orElseThrow().bands().stream()
                .map(InstrumentDefinition.Band::code)
                .toList()
                .indexOf(score.band());
    }
}
