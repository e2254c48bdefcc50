package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;

/** Asks one rule about a sample week. */
final class Points {

    private Points() {}

    static List<Match> matches(Constraint rule, SampleWeek week) {
        return rule.matches(new RosterView(week.problem(), week.roster())).toList();
    }

    /** Points of the catalogue that the rule's matches add up to. */
    static double of(Constraint rule, SampleWeek week) {
        long quarters =
                matches(rule, week).stream().mapToLong(Match::quarterPoints).sum();
        return quarters / (double) Score.QUARTERS;
    }
}
