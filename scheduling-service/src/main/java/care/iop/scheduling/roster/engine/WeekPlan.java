package care.iop.scheduling.roster.engine;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a client's sessions go, given the group.
 *
 * @param cost of the sessions and the days, overtime of clinicians included
 * @param overtime the part of the cost that is overtime
 */
record WeekPlan(List<Placement> placements, long cost, long overtime) {

    /** A session of a class with a clinician, charged with overtime as if it were the clinician's only new one. */
    record Placement(int sessionClass, int clinician, int day, int start, long overtime) {}

    /** By day, which classes of sessions it holds (see {@link DaySubsets#code}). */
    List<Integer> dayCodes(IndexedClient client) {
        return IntStream.range(0, Grid.DAYS)
                .map(day -> DaySubsets.code(
                        client,
                        placements.stream()
                                .filter(placement -> placement.day() == day)
                                .mapToInt(Placement::sessionClass)
                                .toArray()))
                .boxed()
                .toList();
    }
}
