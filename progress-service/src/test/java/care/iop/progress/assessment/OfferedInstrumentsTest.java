package care.iop.progress.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.chassis.instrument.Instruments;
import care.iop.progress.alert.AlertRule;
import care.iop.progress.alert.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferedInstrumentsTest {

    private final OfferedInstruments offered = new OfferedInstruments(new Instruments());

    @ParameterizedTest
    @CsvSource(
            value = {"0, -", "1, HIGH", "2, HIGH", "3, CRITICAL"},
            nullValues = "-")
    void safetyItemTellsHowSevereAnAnswerIs(int answer, Severity severity) {
        // given
        var safetyItem = offered.find("PHQ-9").orElseThrow().safetyItem();

        // when
        var found = safetyItem.severityOf(answer);

        // then
        assertThat(found.orElse(null)).isEqualTo(severity);
        assertThat(safetyItem.rule()).isEqualTo(AlertRule.AL_SUI_1);
    }

    @Test
    void everyOfferedInstrumentIsDefinedAndHasItsSafetyItem() {
        // when
        var codes = offered.codes();

        // then
        assertThat(codes).isNotEmpty().allSatisfy(code -> assertThat(offered.find(code))
                .hasValueSatisfying(
                        instrument -> assertThat(instrument.definition().items())
                                .anyMatch(item ->
                                        item.id().equals(instrument.safetyItem().id()))));
    }

    @Test
    void instrumentThatWouldCallNobodyIsNotOffered() {
        // when
        var found = offered.find("C-SSRS");

        // then
        assertThat(new Instruments().find("C-SSRS")).isPresent();
        assertThat(found).isEmpty();
    }
}
