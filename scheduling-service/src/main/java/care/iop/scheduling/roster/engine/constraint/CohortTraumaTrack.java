package care.iop.scheduling.roster.engine.constraint;

import java.util.stream.Stream;

/** Trauma-track groups. */
final class CohortTraumaTrack extends Constraint {

    CohortTraumaTrack() {
        super(Rule.COHORT_TRAUMA_TRACK, "A trauma-track group has trauma clients only.");
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.groups().flatMap(group -> group.members().stream()
                .filter(client -> group.cohort().traumaTrack() && !client.trauma())
                .map(client -> counted(
                        view,
                        client.id(),
                        1,
                        "Client %s is in trauma-track group %s without being a trauma client."
                                .formatted(client.id(), group.cohort().id()))));
    }
}
