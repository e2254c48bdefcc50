package care.iop.chassis.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
        "GAD-7, 21"
    })
    void everyInstrumentHasItsPublishedHighestTotal(String code, int highest) {
        // when
        var instrument = instruments.find(code).orElseThrow();

        // then
        assertThat(instrument.highestTotal()).isEqualTo(highest);
        assertThat(instruments.find(code.toLowerCase(Locale.ROOT))).contains(instrument);
        assertThat(instrument.canGive(highest)).isEqualTo(!code.equals("C-SSRS"));
        assertThat(instrument.canGive(highest + 1)).isFalse();
        assertThat(instrument.canGive(-1)).isFalse();
    }

    /** Whatever one more point on one item is, it never lowers the band of a form that is complete. */
    @Test
    void noAnswerWithMorePointsLowersTheBand() {
        for (var instrument : instruments.all()) {
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
        refused("no bands for", definition -> ((ArrayNode) definition.at("/bandTables/0/sexesAtBirth")).add("MALE"));
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
        return instrument.bandTable(SexAtBirth.UNKNOWN).bands().stream()
                .map(InstrumentDefinition.Band::code)
                .toList()
                .indexOf(score.band());
    }
}
