package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.Weights;
import java.util.stream.Stream;

/** Groups large enough to be groups. */
final class CohortMinimum extends Constraint {

    CohortMinimum() {
        super(Rule.COHORT_MIN, Level.SOFT, "An open group has its minimum of members.", Weights::cohortMinimum);
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.openGroups()
                .filter(g -> g.members().size() < g.cohort().minSize())
                .map(g -> counted(
                        view,
                        g.cohort().id(),
                        g.cohort().minSize() - g.members().size(),
                        "Group %s is %d short of its minimum of %d members."
                                .formatted(
                                        g.cohort().id(),
                                        g.cohort().minSize() - g.members().size(),
                                        g.cohort().minSize())));
    }
}
