package care.iop.scheduling.roster.engine;

import java.util.List;

/**
 * Where a client's sessions go, given the group.
 *
 * @param cost of the sessions and the days, overtime of clinicians included
 * @param overtime the part of the cost that is overtime
 * @param dayCodes by day, which classes of sessions it holds (see {@link WeekModel})
 */
record WeekPlan(List<Placement> placements, long cost, long overtime, List<Integer> dayCodes) {

    /** A session of a class with a clinician, charged with overtime as if it were the clinician's only new one. */
    record Placement(int sessionClass, int clinician, int day, int start, long overtime) {}
}
