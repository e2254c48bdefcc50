package care.iop.scheduling.roster.engine.constraint;

import java.util.stream.Stream;

/** Groups in a language of their own. */
final class CohortLanguage extends Constraint {

    CohortLanguage() {
        super(
                Rule.COHORT_LANGUAGE,
                "A group that is held in a language of its own is for clients who can be treated in it.");
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.groups().flatMap(group -> group.members().stream()
                .filter(client -> !group.cohort().isUnderstoodBy(client))
                .map(client -> counted(
                        view,
                        client.id(),
                        1,
                        "Group %s is held in %s, in which client %s can't be treated."
                                .formatted(group.cohort().id(), group.cohort().language(), client.id()))));
    }
}
