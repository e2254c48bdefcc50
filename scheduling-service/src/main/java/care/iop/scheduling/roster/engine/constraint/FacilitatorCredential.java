package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.RosterClinician;
import java.util.Objects;
import java.util.stream.Stream;

/** The right entitlement for each group. */
final class FacilitatorCredential extends Constraint {

    FacilitatorCredential() {
        super(
                Rule.FACILITATOR_CREDENTIAL,
                "A group is led by a clinician with the group credential and the group's modality; a trauma track by a"
                        + " trauma-informed one.");
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.openGroups().flatMap(group -> {
            RosterClinician facilitator = Objects.requireNonNull(group.facilitator());
            return facilitator.mayFacilitate(group.cohort())
                    ? Stream.of()
                    : Stream.of(counted(
                            view,
                            group.cohort().id(),
                            1,
                            "Clinician %s lacks what leading group %s needs."
                                    .formatted(facilitator.id(), group.cohort().id())));
        });
    }
}
