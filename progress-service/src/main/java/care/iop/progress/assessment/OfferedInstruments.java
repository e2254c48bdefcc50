package care.iop.progress.assessment;

import care.iop.chassis.instrument.Answers;
import care.iop.chassis.instrument.InstrumentDefinition;
import care.iop.chassis.instrument.Instruments;
import care.iop.progress.alert.rule.ResultFacts;
import care.iop.progress.alert.rule.Rules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The instruments that people answer here: those of which every answer that calls for a human raises an alert, even when it
 * is the only one. An answer that calls for a human must never be taken by a service that would call nobody.
 */
@ApplicationScoped
class OfferedInstruments {

    private final List<InstrumentDefinition> offered;

    OfferedInstruments(Instruments instruments, Rules rules) {
        this.offered = instruments.all().stream()
                .filter(instrument -> callsSomebody(instrument, rules))
                .toList();
    }

    static boolean callsSomebody(InstrumentDefinition instrument, Rules rules) {
        return instrument.safety().stream().allMatch(rule -> {
            var answer = new Answers(new TreeMap<>(Map.of(rule.item(), rule.from())));
            return !rules.of(ResultFacts.of(instrument, answer)).isEmpty();
        });
    }

    List<InstrumentDefinition> all() {
        return offered;
    }

    /** The instrument of exactly this code. */
    Optional<InstrumentDefinition> find(String code) {
        return offered.stream()
                .filter(instrument -> instrument.code().equals(code))
                .findFirst();
    }

    List<String> codes() {
        return offered.stream().map(InstrumentDefinition::code).sorted().toList();
    }
}
