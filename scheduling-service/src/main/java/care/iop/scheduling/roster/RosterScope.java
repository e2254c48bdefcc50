package care.iop.scheduling.roster;

/** Whose week a roster decides. */
public enum RosterScope {
    /** Those who have nothing booked yet, beside those who have. */
    REMAINING,
    /**
     * Everybody anew, except clients with a session that is over, marked, or starts within the notice period: they keep their
     * week.
     */
    WHOLE,
    /** Those whom a change of the week concerns; made by a replan, not by a run. */
    REPLAN
}
