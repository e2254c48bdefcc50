package care.iop.scheduling.roster.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

    /** The week that follows from a plan for the client's classes of sessions; what is pinned is in it, too. */
    static Week of(
            int client, IndexedClient source, int cohort, int opener, WeekPlan plan, long ownCost, long addedCost) {
        int sessions = source.source.sessions().size();
        int[] clinicians = new int[sessions];
        int[] days = new int[sessions];
        int[] starts = new int[sessions];
        Arrays.fill(clinicians, NONE);
        for (Pin pin : source.pins) {
            clinicians[pin.session()] = pin.clinician();
            days[pin.session()] = pin.day();
            starts[pin.session()] = pin.start();
        }
        List<WeekPlan.Placement> others = new ArrayList<>();
        for (WeekPlan.Placement placement : plan.placements()) {
            int published = publishedThere(source.classes.get(placement.sessionClass()), placement);
            if (published == NONE) {
                others.add(placement);
            } else {
                put(placement, published, clinicians, days, starts);
            }
        }
        for (WeekPlan.Placement placement : others) {
            for (int session : source.classes.get(placement.sessionClass()).sessions) {
                if (clinicians[session] == NONE) {
                    put(placement, session, clinicians, days, starts);
                    break;
                }
            }
        }
        return new Week(client, cohort, opener, clinicians, days, starts, ownCost, addedCost);
    }

    private static int publishedThere(SessionClass alike, WeekPlan.Placement placement) {
        for (SessionClass.Place place : alike.published) {
            if (place.day() == placement.day() && place.start() == placement.start()) {
                return place.session();
            }
        }
        return NONE;
    }

    private static void put(WeekPlan.Placement placement, int session, int[] clinicians, int[] days, int[] starts) {
        clinicians[session] = placement.clinician();
        days[session] = placement.day();
        starts[session] = placement.start();
    }

    /** A week put together by hand, with its own cost. */
    static Week of(int client, int cohort, int[] clinicians, int[] days, int[] starts, long ownCost) {
        return new Week(client, cohort, NONE, clinicians, days, starts, ownCost, 0);
    }

    boolean isPlaced(int session) {
        return clinicians[session] != NONE;
    }

    /** Whether it places everything just as the other week of the client does. */
    boolean isLike(Week other) {
        return cohort == other.cohort
                && ownCost == other.ownCost
                && Arrays.equals(clinicians, other.clinicians)
                && Arrays.equals(days, other.days)
                && Arrays.equals(starts, other.starts);
    }

    /** The same week with one session unplaced; its costs say nothing any more. */
    Week without(int session) {
        int[] others = clinicians.clone();
        others[session] = NONE;
        return new Week(client, cohort, opener, others, days, starts, ownCost, addedCost);
    }
}
