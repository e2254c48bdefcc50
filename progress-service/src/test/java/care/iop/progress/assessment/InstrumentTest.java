package care.iop.progress.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.iop.progress.alert.AlertRule;
import care.iop.progress.alert.Severity;
import care.iop.progress.assessment.Instrument.Band;
import care.iop.progress.assessment.Instrument.Item;
import care.iop.progress.assessment.Instrument.Option;
import care.iop.progress.assessment.Instrument.SafetyItem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstrumentTest {

    private static final Instrument PHQ9 = new Instruments().find("PHQ-9").orElseThrow();

    @Test
    void phq9HasItsLoincCodesInTheOrderOfTheForm() {
        // when
        var codes = PHQ9.items().stream().map(Item::loinc).toList();

        // then
        assertThat(codes)
                .containsExactly(
                        "44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3",
                        "44260-8", "69722-7");
        assertThat(PHQ9.loinc()).isEqualTo("44249-1");
        assertThat(PHQ9.totalLoinc()).isEqualTo("44261-6");
    }

    @Test
    void veryAndExtremelyDifficultAreNotSwapped() {
        // when
        var difficulty =
                PHQ9.options().get("difficulty").stream().map(Option::loinc).toList();

        // then
        assertThat(difficulty).containsExactly("LA6572-7", "LA6573-5", "LA6575-0", "LA6574-3");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"0, -", "1, HIGH", "2, HIGH", "3, CRITICAL"},
            nullValues = "-")
    void safetyItemTellsHowSevereAnAnswerIs(int answer, Severity severity) {
        // when
        var found = PHQ9.safetyItem().severityOf(answer);

        // then
        assertThat(found.orElse(null)).isEqualTo(severity);
        assertThat(PHQ9.safetyItem().rule()).isEqualTo(AlertRule.AL_SUI_1);
    }

    @Test
    void gapBetweenBandsIsRefused() {
        // when, then
        assertThatThrownBy(() -> instrument(List.of(new Band("low", 0, 1), new Band("high", 3, 3)), "q1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("band high leaves a gap");
    }

    @Test
    void bandsThatDoNotReachTheHighestTotalAreRefused() {
        // when, then
        assertThatThrownBy(() -> instrument(List.of(new Band("low", 0, 2)), "q1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the bands end at 2 and totals at 3");
    }

    @Test
    void unknownSafetyItemIsRefused() {
        // when, then
        assertThatThrownBy(() -> instrument(List.of(new Band("any", 0, 3)), "q2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("safety item");
    }

    private static Instrument instrument(List<Band> bands, String safetyItem) {
        return new Instrument(
                "ONE",
                "One question",
                "",
                "one/1",
                "1-1",
                "1-2",
                "",
                List.of(new Item("q1", "1-3", true, "?", "range")),
                Map.of("range", List.of(new Option(0, "a", "no"), new Option(3, "b", "yes"))),
                bands,
                0,
                new SafetyItem(safetyItem, AlertRule.AL_SUI_1, 1, 3));
    }
}
