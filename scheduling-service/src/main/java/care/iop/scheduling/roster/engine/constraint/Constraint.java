package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.WeekWindow;
import care.iop.scheduling.roster.engine.problem.Weights;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** A rule of the weekly roster, which finds for itself where a roster breaks it. */
public abstract class Constraint {

    private final Rule rule;
    private final Level level;
    private final String sentence;
    private final ToIntFunction<Weights> weight;

    /** A medium or soft rule. */
    Constraint(Rule rule, Level level, String sentence, ToIntFunction<Weights> weight) {
        this.rule = rule;
        this.level = level;
        this.sentence = sentence;
        this.weight = weight;
    }

    /** A hard rule: every break counts one, every hour of a break counts one. */
    Constraint(Rule rule, String sentence) {
        this(rule, Level.HARD, sentence, weights -> 1);
    }

    /** The name by which everyone speaks of the rule. */
    public final Rule rule() {
        return rule;
    }

    /** How much it binds. */
    public final Level level() {
        return level;
    }

    /** The rule, to be read aloud. */
    public final String sentence() {
        return sentence;
    }

    /** Points for one break or one hour. */
    public final int weight(Weights weights) {
        return weight.applyAsInt(weights);
    }

    /** Every place where the roster breaks the rule. */
    public abstract Stream<Match> matches(RosterView view);

    /** A match that counts {@code times} the weight. */
    final Match counted(RosterView view, String subjectId, int times, String explanation) {
        return quarters(view, subjectId, (long) times * Score.QUARTERS, explanation);
    }

    /** A match that counts the weight per hour of these minutes, a quarter hour begun as a whole one. */
    final Match hourly(RosterView view, String subjectId, int minutes, String explanation) {
        return quarters(view, subjectId, WeekWindow.quarters(minutes), explanation);
    }

    private Match quarters(RosterView view, String subjectId, long quarters, String explanation) {
        long quarterPoints = quarters * weight(view.problem().weights());
        return new Match(rule, level, subjectId, quarterPoints, explanation);
    }

    static String hours(int minutes) {
        return WeekWindow.hours(minutes);
    }
}
