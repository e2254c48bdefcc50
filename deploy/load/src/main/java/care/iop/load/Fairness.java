package care.iop.load;

import care.iop.scheduling.roster.engine.problem.Roster;
import care.iop.scheduling.roster.engine.problem.RosterClient;
import care.iop.scheduling.roster.engine.problem.RosterCohort;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who waits, by priority, and whether that is fair: nobody of a lower priority holds a seat that a client of a higher priority
 * waits for and could take as it is.
 */
final class Fairness {

    /**
     * A client who waits for a group although one of lower priority has a seat that would do.
     *
     * @param waiting of the higher priority
     * @param seated of the lower one
     */
    record Unfairness(String waiting, String seated, String cohort) {}

    private final RosterProblem problem;
    private final Roster roster;

    Fairness(RosterProblem problem, Roster roster) {
        this.problem = problem;
        this.roster = roster;
    }

    /** By priority: clients, those without the group that they need, hours of sessions asked for, hours that wait. */
    Map<Integer, double[]> waitingByPriority() {
        var byPriority = new TreeMap<Integer, double[]>();
        for (RosterClient client : problem.clients()) {
            double[] counts = byPriority.computeIfAbsent(client.priority(), priority -> new double[4]);
            counts[0]++;
            counts[1] += isWaiting(client) ? 1 : 0;
            client.sessions().forEach(session -> {
                counts[2] += session.minutes() / 60.0;
                counts[3] += roster.sessions().containsKey(session.id()) ? 0 : session.minutes() / 60.0;
            });
        }
        return byPriority;
    }

    private boolean isWaiting(RosterClient client) {
        return client.needsGroup() && !roster.cohortByClient().containsKey(client.id());
    }

    /**
     * Pairs in which the seat would do for the one who waits without touching anything else: the same kind of group fits them,
     * its blocks are in their hours and beside their own sessions, and nobody in it is someone they must not meet.
     */
    List<Unfairness> unfair() {
        var cohorts = new HashMap<String, RosterCohort>();
        problem.cohorts().forEach(cohort -> cohorts.put(cohort.id(), cohort));
        List<Unfairness> unfair = new ArrayList<>();
        for (RosterClient waiting : problem.clients()) {
            if (!isWaiting(waiting)) {
                continue;
            }
            for (RosterClient seated : problem.clients()) {
                String id = roster.cohortByClient().get(seated.id());
                var cohort = id == null ? null : cohorts.get(id);
                if (cohort != null && seated.priority() < waiting.priority() && wouldDo(waiting, cohort, seated)) {
                    unfair.add(new Unfairness(waiting.id(), seated.id(), cohort.id()));
                }
            }
        }
        return unfair;
    }

    private boolean wouldDo(RosterClient waiting, RosterCohort cohort, RosterClient seated) {
        Set<String> avoided = waiting.noContact();
        boolean meets = problem.clients().stream()
                .filter(other -> cohort.id().equals(roster.cohortByClient().get(other.id())))
                .filter(other -> !other.id().equals(seated.id()))
                .anyMatch(other ->
                        avoided.contains(other.id()) || other.noContact().contains(waiting.id()));
        return !meets
                && cohort.gender().admits(waiting.gender())
                && (!cohort.traumaTrack() || waiting.trauma())
                && cohort.tele() == waiting.teleOnly()
                && cohort.slots().stream().allMatch(waiting.availability()::covers)
                && fitsOwnWeek(waiting, cohort);
    }

    private boolean fitsOwnWeek(RosterClient waiting, RosterCohort cohort) {
        Map<DayOfWeek, Integer> minutes = new HashMap<>();
        for (var slot : cohort.slots()) {
            minutes.merge(slot.day(), slot.minutes(), Integer::sum);
        }
        for (var session : waiting.sessions()) {
            var placed = roster.sessions().get(session.id());
            if (placed != null) {
                if (cohort.slots().stream().anyMatch(slot -> slot.overlapMinutes(placed.when()) > 0)) {
                    return false;
                }
                minutes.merge(placed.when().day(), session.minutes(), Integer::sum);
            }
        }
        return minutes.size() <= waiting.limits().maxDays()
                && minutes.values().stream()
                        .allMatch(onDay -> onDay <= waiting.limits().maxDayMinutes());
    }
}
