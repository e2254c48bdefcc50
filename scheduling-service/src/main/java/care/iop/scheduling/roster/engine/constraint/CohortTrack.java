package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.Weights;
import java.util.stream.Stream;

/** Morning, afternoon or evening as the client prefers. */
final class CohortTrack extends Constraint {

    CohortTrack() {
        super(Rule.COHORT_TRACK, Level.SOFT, "A client's group is on the preferred track.", Weights::cohortTrack);
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.groups().flatMap(group -> group.members().stream()
                .filter(client -> client.preferences().trackId() != null
                        && !group.cohort().trackId().equals(client.preferences().trackId()))
                .map(client -> counted(
                        view,
                        client.id(),
                        1,
                        "Client %s is in group %s, which is on another track than preferred."
                                .formatted(client.id(), group.cohort().id()))));
    }
}
