package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.Weights;
import java.util.stream.Stream;

/** Trauma-track groups for those who may join them. */
final class TraumaPreference extends Constraint {

    TraumaPreference() {
        super(Rule.TRAUMA_PREF, Level.SOFT, "A trauma client is in a trauma-track group.", Weights::traumaPreference);
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.groups().flatMap(group -> group.members().stream()
                .filter(client -> client.trauma() && !group.cohort().traumaTrack())
                .map(client -> counted(
                        view,
                        client.id(),
                        1,
                        "Trauma client %s is in group %s, which is not on the trauma track."
                                .formatted(client.id(), group.cohort().id()))));
    }
}
