package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.problem.RosterClient;
import java.util.List;

/** What is allowed in a week but worth a word. */
final class Warnings {

    private Warnings() {}

    /** Warnings about one client's week. */
    static List<Warning> about(IndexedProblem problem, Week week) {
        IndexedClient client = problem.clients.get(week.client);
        int minutes =
                client.placedMinutes(week) + (week.cohort == Week.NONE ? 0 : problem.cohorts.get(week.cohort).minutes);
        RosterClient source = client.source;
        return source.limits().band().reachesPhpThreshold(minutes)
                ? List.of(new Warning(
                        source.id(),
                        Warning.Code.AT_PHP_THRESHOLD,
                        "Client %s has 20 hours this week, where level 2.5 begins; payers may ask why level 2.1 was billed."
                                .formatted(source.id())))
                : List.of();
    }
}
