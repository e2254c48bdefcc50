package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.Weights;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sessions that wait for a place, by hours and priority. */
final class SessionUnassigned extends Constraint {

    SessionUnassigned() {
        super(Rule.SESSION_UNASSIGNED, Level.MEDIUM, "Every prescribed session is placed.", Weights::sessionUnassigned);
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.clients().flatMap(client -> {
            Set<String> placed =
                    view.visitsOf(client).stream().map(v -> v.session().id()).collect(Collectors.toSet());
            return client.sessions().stream()
                    .filter(session -> !placed.contains(session.id()))
                    .map(session -> hourly(
                            view,
                            client.id(),
                            session.minutes() * client.priority(),
                            "The %s session %s of client %s, priority %d, is not placed."
                                    .formatted(session.kind(), session.id(), client.id(), client.priority())));
        });
    }
}
