package care.iop.scheduling.roster.engine.problem;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A week decided: what is absent is unassigned. All maps are sorted by id, so that equal rosters read equally.
 *
 * @param cohortByClient the group of each client that has one
 * @param facilitatorByCohort the facilitator of each group that is open
 * @param roomsByCohort the rooms of each open group that meets in person, one per block in the order of its blocks
 * @param sessions the placed sessions by session id
 */
public record Roster(
        SortedMap<String, String> cohortByClient,
        SortedMap<String, String> facilitatorByCohort,
        SortedMap<String, List<String>> roomsByCohort,
        SortedMap<String, PlacedSession> sessions) {

    /** Nothing decided yet. */
    public static final Roster EMPTY = of(Map.of(), Map.of(), Map.of(), Map.of());

    /** Copies the maps. */
    public Roster {
        cohortByClient = sorted(cohortByClient);
        facilitatorByCohort = sorted(facilitatorByCohort);
        TreeMap<String, List<String>> rooms = new TreeMap<>();
        roomsByCohort.forEach((cohort, list) -> rooms.put(cohort, List.copyOf(list)));
        roomsByCohort = Collections.unmodifiableSortedMap(rooms);
        sessions = sorted(sessions);
    }

    /** A roster of these decisions, whatever the kind of the maps. */
    public static Roster of(
            Map<String, String> cohortByClient,
            Map<String, String> facilitatorByCohort,
            Map<String, List<String>> roomsByCohort,
            Map<String, PlacedSession> sessions) {
        return new Roster(
                new TreeMap<>(cohortByClient),
                new TreeMap<>(facilitatorByCohort),
                new TreeMap<>(roomsByCohort),
                new TreeMap<>(sessions));
    }

    private static <V> SortedMap<String, V> sorted(SortedMap<String, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
