package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.Weights;
import java.util.stream.Stream;

/** A session keeps its day and time. */
final class SessionMoved extends Constraint {

    SessionMoved() {
        super(Rule.SESSION_MOVED, Level.SOFT, "A published session keeps its day and time.", Weights::sessionMoved);
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.publishedSessions()
                .filter(each -> each.now() == null
                        || !each.now().when().equals(each.published().when()))
                .map(each -> counted(
                        view,
                        each.client().id(),
                        1,
                        "Session %s of client %s moves from %s to %s."
                                .formatted(
                                        each.published().sessionId(),
                                        each.client().id(),
                                        each.published().when(),
                                        each.now() == null
                                                ? "nowhere"
                                                : each.now().when())));
    }
}
