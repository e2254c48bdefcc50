package care.iop.progress.alert.rule;

import care.iop.progress.alert.AlertRule;
import care.iop.progress.alert.AlertSignal;
import care.iop.progress.alert.Severity;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * All rules that call a human. A rule that isn't listed here calls nobody. A rule that can't be evaluated is told to
 * operations (the counter {@code iop.progress.rules.failed} and an error in the log), the others go on, and where it is about
 * suicide a human is called all the same.
 */
@Startup
@ApplicationScoped
public class Rules {

    static final String FAILED = "iop.progress.rules.failed";

    private static final Logger LOG = Logger.getLogger(Rules.class);

    private final List<Rule<ResultFacts>> ofResults;
    private final List<Rule<DayFacts>> ofDays;
    private final List<Rule<NoShowFacts>> ofNoShows;
    private final List<Rule<WeekFacts>> ofWeeks;
    private final List<Rule<SilenceFacts>> ofSilence;
    private final List<Rule<OwnWarning>> ofOwnWarnings = List.of(new OwnWarningSign());
    private final NotSafe notSafe = new NotSafe();
    private final MeterRegistry meters;

    @Inject
    public Rules(AlertPolicy policy, MeterRegistry meters) {
        this(
                List.of(
                        new SuicidalThoughtsReported(policy),
                        new SuicideRiskScreened(),
                        new WithdrawalObserved(policy),
                        new ScoreDeteriorated(policy)),
                policy,
                meters);
    }

    Rules(List<Rule<ResultFacts>> ofResults, AlertPolicy policy, MeterRegistry meters) {
        this.ofResults = List.copyOf(ofResults);
        this.ofDays = List.of(new CravingReported(policy), new MoodReported(policy), new UseReported());
        this.ofNoShows = List.of(new SessionMissed(policy));
        this.ofWeeks = List.of(new HoursBelowMinimum(policy));
        this.ofSilence = List.of(new NothingHeard(policy));
        this.meters = meters;
        // A counter that appears with the first failure hides that failure from an alert on its growth.
        all().forEach(rule -> meters.counter(FAILED, "rule", rule.id().id()));
    }

    /** What the rules make of an answered instrument. */
    public List<Verdict> of(ResultFacts facts) {
        return verdicts(ofResults, facts);
    }

    /** What the rules make of a day's report. */
    public List<Verdict> of(DayFacts facts) {
        return verdicts(ofDays, facts);
    }

    /** What the rules make of a missed session. */
    public List<Verdict> of(NoShowFacts facts) {
        return verdicts(ofNoShows, facts);
    }

    /** What the rules make of a week that is over. */
    public List<Verdict> of(WeekFacts facts) {
        return verdicts(ofWeeks, facts);
    }

    /** What the rules make of silence. */
    public List<Verdict> of(SilenceFacts facts) {
        return verdicts(ofSilence, facts);
    }

    /** What the rules make of a warning sign of a person's own plan. */
    public List<Verdict> of(OwnWarning facts) {
        return verdicts(ofOwnWarnings, facts);
    }

    /** What the rules make of a person's saying that they are not safe now. */
    public List<Verdict> ofNotSafe() {
        return verdicts(List.of(notSafe), new NotSafe.Said());
    }

    /** Tells operations that a rule could not be evaluated, because what it looks at can't be read. */
    public void couldNotEvaluate(AlertRule rule) {
        meters.counter(FAILED, "rule", rule.id()).increment();
    }

    /** Every rule's identifier and sentence, with the thresholds that are set. */
    public List<Sentence> sentences() {
        return all().map(rule -> new Sentence(rule.id(), rule.sentence())).toList();
    }

    private Stream<Rule<?>> all() {
        return Stream.of(ofResults, List.of(notSafe), ofDays, ofNoShows, ofWeeks, ofSilence, ofOwnWarnings)
                .flatMap(List::stream);
    }

    private <F> List<Verdict> verdicts(List<? extends Rule<F>> rules, F facts) {
        return rules.stream().flatMap(rule -> verdict(rule, facts)).toList();
    }

    private <F> Stream<Verdict> verdict(Rule<F> rule, F facts) {
        try {
            return rule.of(facts).stream();
        } catch (RuntimeException broken) {
            couldNotEvaluate(rule.id());
            LOG.errorf(broken, "alert rule %s can't be evaluated", rule.id());
            return rule.id().isAboutSuicide()
                    ? Stream.of(new Verdict(rule.id(), Severity.HIGH, AlertSignal.RULE_FAILED))
                    : Stream.empty();
        }
    }
}
