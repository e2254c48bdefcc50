package care.iop.scheduling.roster.engine;

import java.util.Arrays;

/** One client's week by positions. Session arrays are in the order of the client's sessions. */
final class Week {

    static final int NONE = -1;

    final int client;
    final int cohort;

    /** The clinician who opens the cohort for this week, or {@link #NONE} when it is open already. */
    final int opener;

    final int[] clinicians;
    final int[] days;
    final int[] starts;

    /** What the week costs by itself: everything but overtime and the cohort's being open and filled. */
    final long ownCost;

    /** What it added to the whole roster's cost when it was found. */
    final long addedCost;

    private Week(
            int client,
            int cohort,
            int opener,
            int[] clinicians,
            int[] days,
            int[] starts,
            long ownCost,
            long addedCost) {
        this.client = client;
        this.cohort = cohort;
        this.opener = opener;
        this.clinicians = clinicians;
        this.days = days;
        this.starts = starts;
        this.ownCost = ownCost;
        this.addedCost = addedCost;
    }

    /** The week that follows from a plan for the client's classes of sessions. */
    static Week of(
            int client, IndexedClient source, int cohort, int opener, WeekPlan plan, long ownCost, long addedCost) {
        int sessions = source.source.sessions().size();
        int[] clinicians = new int[sessions];
        int[] days = new int[sessions];
        int[] starts = new int[sessions];
        Arrays.fill(clinicians, NONE);
        int[] used = new int[source.classes.size()];
        for (WeekPlan.Placement placement : plan.placements()) {
            int session = source.classes.get(placement.sessionClass()).sessions[used[placement.sessionClass()]++];
            clinicians[session] = placement.clinician();
            days[session] = placement.day();
            starts[session] = placement.start();
        }
        return new Week(client, cohort, opener, clinicians, days, starts, ownCost, addedCost);
    }

    boolean isPlaced(int session) {
        return clinicians[session] != NONE;
    }
}
