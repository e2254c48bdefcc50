package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.GroupGender;
import care.iop.scheduling.roster.engine.problem.Weights;
import java.util.stream.Stream;

/** Gender-specific groups as a preference. */
final class GenderPreference extends Constraint {

    GenderPreference() {
        super(
                Rule.GENDER_PREF,
                Level.SOFT,
                "A client who prefers a gender-specific group has one.",
                Weights::genderPreference);
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.groups().flatMap(group -> group.members().stream()
                .filter(client ->
                        client.preferences().ownGenderGroup() && group.cohort().gender() == GroupGender.ANY)
                .map(client -> counted(
                        view,
                        client.id(),
                        1,
                        "Client %s prefers a gender-specific group but is in mixed group %s."
                                .formatted(client.id(), group.cohort().id()))));
    }
}
