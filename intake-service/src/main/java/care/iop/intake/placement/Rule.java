package care.iop.intake.placement;

import care.iop.intake.level.LevelOfCare;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a rule set.
 *
 * @param sentence what it says, as a clinician would read it aloud
 * @param when the condition
 * @param then what follows, if no rule before it decided
 */
record Rule(String id, Severity severity, String sentence, Condition when, Function<PlacementFacts, Outcome> then) {

    /** How much a matching rule weighs. */
    enum Severity {
        EMERGENCY,
        HIGH,
        MODERATE,
        LOW
    }

    /**
     * What follows from a rule.
     *
     * @param decision what it decides; null for a rule that only asks for actions
     * @param level the level that it leads to
     * @param alongside a level to be delivered together with it
     */
    record Outcome(
            @Nullable Decision decision,
            @Nullable LevelOfCare level,
            @Nullable LevelOfCare alongside,
            List<Alternative> alternatives,
            List<ActionCode> actions) {

        static Outcome act(ActionCode... actions) {
            return new Outcome(null, null, null, List.of(), List.of(actions));
        }

        static Outcome stop(Decision decision, ActionCode... actions) {
            return new Outcome(decision, null, null, List.of(), List.of(actions));
        }

        static Outcome level(LevelOfCare level, ActionCode... actions) {
            return new Outcome(Decision.LEVEL_RECOMMENDED, level, null, List.of(), List.of(actions));
        }

        Outcome at(LevelOfCare other) {
            return new Outcome(decision, other, alongside, alternatives, actions);
        }

        Outcome with(LevelOfCare other) {
            return new Outcome(decision, level, other, alternatives, actions);
        }

        Outcome or(Alternative... others) {
            return new Outcome(decision, level, alongside, List.of(others), actions);
        }
    }
}
