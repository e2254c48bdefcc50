package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.Weights;
import java.util.stream.Stream;

/** Clients who wait for a group, by priority. */
final class CohortUnassigned extends Constraint {

    CohortUnassigned() {
        super(Rule.COHORT_UNASSIGNED, Level.MEDIUM, "A client who needs a group has one.", Weights::cohortUnassigned);
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.clients()
                .filter(client -> client.needsGroup() && view.groupOf(client) == null)
                .map(client -> counted(
                        view,
                        client.id(),
                        client.priority(),
                        "Client %s of priority %d has no group.".formatted(client.id(), client.priority())));
    }
}
