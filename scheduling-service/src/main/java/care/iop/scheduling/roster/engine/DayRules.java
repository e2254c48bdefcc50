package care.iop.scheduling.roster.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Restricts the search to a part of all weeks, so that the next best week can be found: the first days hold exactly these
 * classes of sessions, the day after them none of these, later days anything.
 *
 * @param first codes of the first days (see {@link DaySubsets#code})
 * @param excluded codes that the next day may not have
 */
record DayRules(List<Integer> first, Set<Integer> excluded) {

    /** Every week. */
    static final DayRules ANY = new DayRules(List.of(), Set.of());

    boolean allowAll() {
        return first.isEmpty() && excluded.isEmpty();
    }

    boolean allows(int day, int code) {
        if (day < first.size()) {
            return first.get(day) == code;
        }
        return day > first.size() || !excluded.contains(code);
    }

    /** Splits all weeks that these rules allow, except one, into parts that don't overlap. */
    List<DayRules> allBut(List<Integer> dayCodes) {
        List<DayRules> parts = new ArrayList<>();
        Set<Integer> wider = new HashSet<>(excluded);
        for (int day = first.size(); day < dayCodes.size(); day++) {
            wider.add(dayCodes.get(day));
            parts.add(new DayRules(List.copyOf(dayCodes.subList(0, day)), Set.copyOf(wider)));
            wider.clear();
        }
        return parts;
    }
}
