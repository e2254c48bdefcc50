package care.iop.progress.assessment;

import care.iop.chassis.instrument.InstrumentDefinition;
import care.iop.chassis.instrument.Instruments;
import care.iop.progress.alert.AlertRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The instruments that people answer here: those for whose safety item an alert rule stands. An answer that calls for a human
 * must never be taken by a service that would call nobody.
 */
@ApplicationScoped
class OfferedInstruments {

    private static final Map<String, SafetyItem> SAFETY_ITEMS =
            new TreeMap<>(Map.of("PHQ-9", new SafetyItem("9", AlertRule.AL_SUI_1, 1, 3)));

    private final Instruments instruments;

    OfferedInstruments(Instruments instruments) {
        this.instruments = instruments;
    }

    /** An instrument and the item of it that can call for a human. */
    record Offered(InstrumentDefinition definition, SafetyItem safetyItem) {}

    Optional<Offered> find(String code) {
        return Optional.ofNullable(SAFETY_ITEMS.get(code))
                .flatMap(safetyItem -> instruments.find(code).map(definition -> new Offered(definition, safetyItem)));
    }

    List<String> codes() {
        return List.copyOf(SAFETY_ITEMS.keySet());
    }
}
