package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.Weights;
import java.util.stream.Stream;

/** The preferred way of treatment in the group. */
final class CohortModality extends Constraint {

    CohortModality() {
        super(
                Rule.COHORT_MODALITY,
                Level.SOFT,
                "A client's group follows the preferred modality.",
                Weights::cohortModality);
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.groups().flatMap(group -> group.members().stream()
                .filter(client -> client.preferences().modality() != null
                        && group.cohort().modality() != client.preferences().modality())
                .map(client -> counted(
                        view,
                        client.id(),
                        1,
                        "Client %s is in group %s, which follows another modality than preferred."
                                .formatted(client.id(), group.cohort().id()))));
    }
}
