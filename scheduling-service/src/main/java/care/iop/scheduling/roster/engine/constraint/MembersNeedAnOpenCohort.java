package care.iop.scheduling.roster.engine.constraint;

import java.util.stream.Stream;

/** Nobody is sent to a group that nobody leads. */
final class MembersNeedAnOpenCohort extends Constraint {

    MembersNeedAnOpenCohort() {
        super(Rule.COHORT_NOT_OPEN, "A group with members has a facilitator.");
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.groups()
                .filter(g -> g.facilitator() == null && !g.members().isEmpty())
                .map(g -> counted(
                        view,
                        g.cohort().id(),
                        1,
                        "Group %s has no facilitator, members are %d."
                                .formatted(g.cohort().id(), g.members().size())));
    }
}
