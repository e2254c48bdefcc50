package care.iop.scheduling.roster.engine.constraint;

import java.util.stream.Stream;

/** Video groups and groups in person. */
final class CohortMode extends Constraint {

    CohortMode() {
        super(
                Rule.COHORT_MODE,
                "Clients who come by video only are in video groups, all others in groups that meet in person.");
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.groups().flatMap(group -> group.members().stream()
                .filter(client -> group.cohort().tele() != client.teleOnly())
                .map(client -> counted(
                        view,
                        client.id(),
                        1,
                        "Client %s and group %s do not meet in the same way, by video or in person."
                                .formatted(client.id(), group.cohort().id()))));
    }
}
