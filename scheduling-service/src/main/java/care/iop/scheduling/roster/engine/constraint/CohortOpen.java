package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.Weights;
import java.util.stream.Stream;

/** Every open group takes a facilitator's hours. */
final class CohortOpen extends Constraint {

    CohortOpen() {
        super(Rule.COHORT_OPEN, Level.SOFT, "No more groups are open than needed.", Weights::cohortOpen);
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.openGroups()
                .map(g -> counted(
                        view,
                        g.cohort().id(),
                        1,
                        "Group %s is open.".formatted(g.cohort().id())));
    }
}
