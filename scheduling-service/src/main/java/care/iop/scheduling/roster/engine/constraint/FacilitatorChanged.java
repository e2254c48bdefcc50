package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.RosterClinician;
import care.iop.scheduling.roster.engine.problem.Weights;
import java.util.stream.Stream;

/** A group keeps who leads it. */
final class FacilitatorChanged extends Constraint {

    FacilitatorChanged() {
        super(
                Rule.FACILITATOR_CHANGED,
                Level.SOFT,
                "A published group keeps its facilitator.",
                Weights::facilitatorChanged);
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.groups().flatMap(group -> {
            String id = group.cohort().id();
            String published = view.published().facilitatorByCohort().get(id);
            RosterClinician facilitator = group.facilitator();
            return published == null || (facilitator != null && facilitator.id().equals(published))
                    ? Stream.of()
                    : Stream.of(counted(
                            view,
                            id,
                            1,
                            "Group %s is led by %s instead of %s."
                                    .formatted(id, facilitator == null ? "nobody" : facilitator.id(), published)));
        });
    }
}
