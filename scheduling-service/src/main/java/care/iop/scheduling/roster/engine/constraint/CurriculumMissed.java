package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.RosterClient;
import care.iop.scheduling.roster.engine.problem.RosterCohort;
import care.iop.scheduling.roster.engine.problem.Weights;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Modules that a client would not reach any more. */
final class CurriculumMissed extends Constraint {

    CurriculumMissed() {
        super(
                Rule.CURRICULUM,
                Level.SOFT,
                "A client's group teaches the modules that the client needs before the planned end.",
                Weights::curriculum);
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.groups().flatMap(group -> group.members().stream()
                .filter(client -> !missed(client, group.cohort()).isEmpty())
                .map(client -> {
                    Set<String> missed = missed(client, group.cohort());
                    return counted(
                            view,
                            client.id(),
                            missed.size(),
                            "Client %s would not have %s in group %s before the planned end."
                                    .formatted(
                                            client.id(),
                                            String.join(", ", new TreeSet<>(missed)),
                                            group.cohort().id()));
                }));
    }

    private static Set<String> missed(RosterClient client, RosterCohort cohort) {
        return client.curriculum().missedIn(cohort.modulesByWeek());
    }
}
