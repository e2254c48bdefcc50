package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.RosterClinician;
import java.util.Objects;
import java.util.stream.Stream;

/** What the program has decided, the roster keeps. */
final class FixedFacilitator extends Constraint {

    FixedFacilitator() {
        super(Rule.FACILITATOR_FIXED, "A group whose facilitator the program has fixed is led by that clinician.");
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.openGroups().flatMap(group -> {
            RosterClinician facilitator = Objects.requireNonNull(group.facilitator());
            String fixed = group.cohort().facilitatorId();
            return fixed == null || fixed.equals(facilitator.id())
                    ? Stream.of()
                    : Stream.of(counted(
                            view,
                            group.cohort().id(),
                            1,
                            "Group %s is led by %s, fixed is %s."
                                    .formatted(group.cohort().id(), facilitator.id(), fixed)));
        });
    }
}
