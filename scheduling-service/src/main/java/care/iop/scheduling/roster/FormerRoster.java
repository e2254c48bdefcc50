package care.iop.scheduling.roster;

import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.roster.BookedWeek.Held;
import care.iop.scheduling.roster.engine.problem.PlacedSession;
import care.iop.scheduling.roster.engine.problem.Roster;
import care.iop.scheduling.roster.engine.problem.RosterClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The published week in the words of a problem in which clients are decided anew: what a new roster is priced against. */
final class FormerRoster {

    private FormerRoster() {}

    /**
     * What is published; a session of a decided client is the one of the same kind and length that is prescribed.
     *
     * @param decided the clients whose sessions are to be placed anew
     * @param kinds what these sessions are, by the engine's identifier
     */
    static Roster of(BookedWeek published, List<RosterClient> decided, Map<String, SessionKind> kinds) {
        var roster = published.given();
        Map<String, PlacedSession> placed = new HashMap<>(roster.sessions());
        for (var client : decided) {
            var left = new ArrayList<Held>(published.heldBy(UUID.fromString(client.id())));
            left.forEach(held -> placed.remove(held.placed().sessionId()));
            for (var session : client.sessions()) {
                left.stream()
                        .filter(held -> held.kind() == kinds.get(session.id())
                                && held.placed().when().minutes() == session.minutes())
                        .findFirst()
                        .ifPresent(held -> {
                            left.remove(held);
                            placed.put(session.id(), named(session.id(), held.placed()));
                        });
            }
        }
        return Roster.of(roster.cohortByClient(), roster.facilitatorByCohort(), roster.roomsByCohort(), placed);
    }

    private static PlacedSession named(String sessionId, PlacedSession placed) {
        return new PlacedSession(sessionId, placed.clinicianId(), placed.when(), placed.roomId());
    }
}
