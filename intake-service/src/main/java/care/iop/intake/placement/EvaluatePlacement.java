package care.iop.intake.placement;

import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.person.TimeZoneName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks the rules, for a trial as well as for a recommendation that is kept. */
@ApplicationScoped
class EvaluatePlacement {

    /** The rule sets that this program carries; past ones stay, so that past recommendations can be run again. */
    private static final List<String> VERSIONS = List.of("loc-1.0");

    private final Map<String, Loc1> ruleSets;
    private final Loc1 current;
    private final TimeZoneName programZone;
    private final Clock clock;

    EvaluatePlacement(
            @ConfigProperty(name = "iop.placement.rule-set") String version,
            @ConfigProperty(name = "iop.placement.time-zone") String programZone,
            Clock clock) {
        this.ruleSets =
                VERSIONS.stream().collect(Collectors.toMap(Function.identity(), v -> new Loc1(Thresholds.load(v))));
        this.current = ruleSet(version);
        this.programZone = new TimeZoneName(programZone);
        this.clock = clock;
    }

    /** Facts that were asked about, in the form that is hashed, and the answer. */
    record Evaluation(CanonicalFacts facts, PlacementAdvice advice) {}

    /** The advice for facts as somebody sent them, after what can't be so was refused. */
    Evaluation evaluate(PlacementFacts sent) {
        var now = clock.instant();
        var facts = sent.completed(now, programZone);
        var errors = facts.contradictions(now);
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.INVALID_VALUE,
                    errors.size() == 1 ? "One value can't be accepted." : errors.size() + " values can't be accepted.",
                    errors);
        }
        var canonical = CanonicalFacts.of(facts);
        return new Evaluation(canonical, current.advise(facts, canonical.hash()));
    }

    /** The advice of a past version for the facts of then. */
    PlacementAdvice again(CanonicalFacts facts, String version) {
        return ruleSet(version).advise(facts.facts(), facts.hash());
    }

    private Loc1 ruleSet(String version) {
        var found = ruleSets.get(version);
        if (found == null) {
            throw new IllegalArgumentException("iop.placement.rule-set is " + version + ", and there is " + VERSIONS);
        }
        return found;
    }
}
