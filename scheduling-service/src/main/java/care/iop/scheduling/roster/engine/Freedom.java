package care.iop.scheduling.roster.engine;

import java.util.Set;

/**
 * What of a published roster a search may move. What the week no longer permits as it was published (a clinician is away, a
 * room is gone) may move in any case; what the notice holds may not.
 *
 * @param everything whether all of it may move; then the rest says nothing
 * @param clients who may get another group and other sessions
 * @param sessions single sessions that may move, also of clients who otherwise stay
 * @param cohorts groups that may get another facilitator, or be closed when nobody is left in them
 */
public record Freedom(boolean everything, Set<String> clients, Set<String> sessions, Set<String> cohorts) {

    /** Everything may move, at the price of the changes. */
    public static final Freedom EVERYTHING = new Freedom(true, Set.of(), Set.of(), Set.of());

    /** Copies the sets. */
    public Freedom {
        clients = Set.copyOf(clients);
        sessions = Set.copyOf(sessions);
        cohorts = Set.copyOf(cohorts);
    }

    /** Only what is named may move. */
    public static Freedom of(Set<String> clients, Set<String> sessions, Set<String> cohorts) {
        return new Freedom(false, clients, sessions, cohorts);
    }

    /** Only these clients' weeks may change; groups keep their facilitators. */
    public static Freedom ofClients(Set<String> clients) {
        return of(clients, Set.of(), Set.of());
    }

    boolean mayMove(String clientId) {
        return everything || clients.contains(clientId);
    }

    boolean mayMove(String clientId, String sessionId) {
        return mayMove(clientId) || sessions.contains(sessionId);
    }

    boolean mayChangeFacilitator(String cohortId) {
        return everything || cohorts.contains(cohortId);
    }
}
