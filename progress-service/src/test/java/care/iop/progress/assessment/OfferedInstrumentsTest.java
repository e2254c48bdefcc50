package care.iop.progress.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.chassis.instrument.InstrumentDefinition;
import care.iop.chassis.instrument.Instruments;
import care.iop.progress.alert.rule.Policies;
import care.iop.progress.alert.rule.Rules;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class OfferedInstrumentsTest {

    private final Rules rules = Policies.rules();
    private final OfferedInstruments offered = new OfferedInstruments(new Instruments(), rules);

    @Test
    void everyInstrumentIsOfferedAndCallsAHumanWhenOneIsNeeded() {
        // when
        var codes = offered.codes();

        // then
        assertThat(codes)
                .containsExactlyInAnyOrderElementsOf(new Instruments()
                        .all().stream().map(InstrumentDefinition::code).toList());
    }

    @Test
    void instrumentThatWouldCallNobodyIsNotOffered() {
        // given
        var deaf = new Rules(
                Policies.ofAlerts("iop.progress.alerts.suicidal-thoughts.high", "2"), new SimpleMeterRegistry());

        // when
        var withoutPhq9 = new OfferedInstruments(new Instruments(), deaf);

        // then
        assertThat(withoutPhq9.find("PHQ-9")).isEmpty();
        assertThat(withoutPhq9.find("C-SSRS")).isPresent();
    }
}
