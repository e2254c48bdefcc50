package care.iop.scheduling.roster.engine.constraint;

import java.util.stream.Stream;

/** Gender-specific groups. */
final class CohortGender extends Constraint {

    CohortGender() {
        super(Rule.COHORT_GENDER, "A gender-specific group has members of that gender only.");
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.groups().flatMap(group -> group.members().stream()
                .filter(client -> !group.cohort().gender().admits(client.gender()))
                .map(client -> counted(
                        view,
                        client.id(),
                        1,
                        "Client %s is in gender-specific group %s, which is not for the client's gender."
                                .formatted(client.id(), group.cohort().id()))));
    }
}
