package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.Weights;
import java.util.stream.Stream;

/** Who knows a group stays in it. */
final class CohortChanged extends Constraint {

    CohortChanged() {
        super(Rule.COHORT_CHANGED, Level.SOFT, "A client stays in the published group.", Weights::cohortChanged);
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.clients().flatMap(client -> {
            String published = view.published().cohortByClient().get(client.id());
            RosterView.Group group = view.groupOf(client);
            return published == null || (group != null && group.cohort().id().equals(published))
                    ? Stream.of()
                    : Stream.of(counted(
                            view,
                            client.id(),
                            1,
                            "Client %s leaves group %s for %s."
                                    .formatted(
                                            client.id(),
                                            published,
                                            group == null
                                                    ? "none"
                                                    : group.cohort().id())));
        });
    }
}
