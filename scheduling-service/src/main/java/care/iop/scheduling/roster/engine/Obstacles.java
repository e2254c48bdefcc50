package care.iop.scheduling.roster.engine;

import java.util.ArrayList;
import java.util.List;

/** Says for everything that a week leaves unplaced which rules stand in the way, and what would be nearest. */
final class Obstacles {

    private final CohortObstacles cohorts;
    private final SessionObstacles sessions;
    private final IndexedProblem problem;

    /** The state must hold everybody's week but the one to be explained. */
    Obstacles(RosterState others) {
        this.problem = others.problem;
        this.cohorts = new CohortObstacles(others);
        this.sessions = new SessionObstacles(others);
    }

    List<Unassigned> explain(Week week) {
        IndexedClient client = problem.clients.get(week.client);
        List<Unassigned> unassigned = new ArrayList<>();
        if (client.source.needsGroup() && week.cohort == Week.NONE) {
            unassigned.add(cohorts.explain(week));
        }
        for (SessionClass alike : client.classes) {
            for (int session : alike.sessions) {
                if (!week.isPlaced(session)) {
                    unassigned.add(sessions.explain(week, alike, session));
                }
            }
        }
        return unassigned;
    }
}
