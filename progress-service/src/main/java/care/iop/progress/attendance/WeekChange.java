package care.iop.progress.attendance;

import java.util.Comparator;
import java.util.UUID;

/** A difference that one week of one admission changes by. */
record WeekChange(UUID admissionId, IsoWeek week, WeekShare difference) {

    /** Weeks are changed in this order, whichever way a session moves, so that no two transactions wait for each other. */
    static final Comparator<WeekChange> LOCK_ORDER = Comparator.comparing(WeekChange::admissionId)
            .thenComparing(change -> change.week().startsOn());

    /** What a unit in this state adds to its week. */
    static WeekChange adding(UnitFacts facts) {
        return new WeekChange(facts.admissionId(), facts.week(), facts.share());
    }

    /** What a unit that leaves this state takes back from its week. */
    static WeekChange takingBack(UnitFacts facts) {
        return new WeekChange(facts.admissionId(), facts.week(), facts.share().negated());
    }
}
