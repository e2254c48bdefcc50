package care.iop.progress.alert.rule;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** All rules that call a human. A rule that isn't listed here calls nobody. */
@ApplicationScoped
public class Rules {

    private final List<Rule<ResultFacts>> ofResults;

    public Rules(AlertPolicy policy) {
        this.ofResults = List.of(
                new SuicidalThoughtsReported(policy), new SuicideRiskScreened(), new WithdrawalObserved(policy));
    }

    /** What the rules make of an answered instrument. */
    public List<Verdict> of(ResultFacts facts) {
        return verdicts(ofResults, facts);
    }

    private static <F> List<Verdict> verdicts(List<Rule<F>> rules, F facts) {
        return rules.stream()
                .flatMap(rule -> rule.severityOf(facts).map(severity -> new Verdict(rule.id(), severity)).stream())
                .toList();
    }
}
