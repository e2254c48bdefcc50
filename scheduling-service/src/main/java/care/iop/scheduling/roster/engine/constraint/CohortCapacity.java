package care.iop.scheduling.roster.engine.constraint;

import java.util.stream.Stream;

/** Twelve unless the series says otherwise. */
final class CohortCapacity extends Constraint {

    CohortCapacity() {
        super(Rule.COHORT_CAPACITY, "A group has no more members than seats.");
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.groups()
                .filter(g -> g.members().size() > g.cohort().capacity())
                .map(g -> counted(
                        view,
                        g.cohort().id(),
                        g.members().size() - g.cohort().capacity(),
                        "Group %s has %d members, seats are %d."
                                .formatted(
                                        g.cohort().id(),
                                        g.members().size(),
                                        g.cohort().capacity())));
    }
}
