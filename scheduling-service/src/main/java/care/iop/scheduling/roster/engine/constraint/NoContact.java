package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.RosterClient;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** No-contact pairs, declared by either side. */
final class NoContact extends Constraint {

    NoContact() {
        super(Rule.NO_CONTACT, "Clients who must not meet are not in the same group.");
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.groups().flatMap(group -> {
            List<RosterClient> members = group.members();
            return IntStream.range(0, members.size())
                    .boxed()
                    .flatMap(i -> members.subList(i + 1, members.size()).stream()
                            .filter(other -> mustNotMeet(members.get(i), other))
                            .map(other -> counted(
                                    view,
                                    group.cohort().id(),
                                    1,
                                    "Clients %s and %s must not meet but are both in group %s."
                                            .formatted(
                                                    members.get(i).id(),
                                                    other.id(),
                                                    group.cohort().id()))));
        });
    }

    private static boolean mustNotMeet(RosterClient one, RosterClient other) {
        return one.noContact().contains(other.id()) || other.noContact().contains(one.id());
    }
}
