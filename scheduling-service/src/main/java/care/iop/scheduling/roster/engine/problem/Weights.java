package care.iop.scheduling.roster.engine.problem;

import java.util.stream.IntStream;

/**
 * How many points a broken wish costs, 0 to 1000 each. The first two are of the medium level (what stays unplaced, by
 * priority), the rest of the soft level; a level always outweighs the levels below it.
 *
 * @param cohortUnassigned per client without a group, times priority
 * @param sessionUnassigned per hour of an unplaced session, times priority
 * @param continuity per individual session not with the primary therapist
 * @param traumaPreference per trauma client in a group that is not on the trauma track
 * @param cohortTrack per client whose group is on another track than preferred
 * @param genderPreference per client in a mixed group who wishes for a gender-specific one
 * @param cohortMinimum per member that an open group is short of its minimum
 * @param cohortOpen per open group
 * @param cohortModality per client whose group follows another modality than preferred
 * @param individualModality per individual session with a clinician who lacks the preferred modality
 * @param days per day that a client's week is away from the target number of days
 * @param sessionTrack per session outside the preferred track's hours
 * @param gap per idle hour between two appointments of a client's day
 * @param overtime per hour that a clinician works over the weekly target
 * @param curriculum per module of the curriculum that a client misses before the planned end
 * @param cohortChanged per client who leaves the published group
 * @param facilitatorChanged per published group that another clinician leads, or nobody
 * @param sessionMoved per published session on another day, at another time, or nowhere
 * @param clinicianChanged per published session with another clinician at the same time
 */
public record Weights(
        int cohortUnassigned,
        int sessionUnassigned,
        int continuity,
        int traumaPreference,
        int cohortTrack,
        int genderPreference,
        int cohortMinimum,
        int cohortOpen,
        int cohortModality,
        int individualModality,
        int days,
        int sessionTrack,
        int gap,
        int overtime,
        int curriculum,
        int cohortChanged,
        int facilitatorChanged,
        int sessionMoved,
        int clinicianChanged) {

    /** The weights a program starts with. */
    public static final Weights DEFAULT = new Weights(10, 1, 20, 12, 10, 8, 8, 6, 5, 4, 4, 3, 2, 1, 3, 60, 30, 15, 10);

    /** Refuses weights outside 0 to 1000, and medium weights of 0: something unplaced must never be free. */
    public Weights {
        int[] all = {
            cohortUnassigned,
            sessionUnassigned,
            continuity,
            traumaPreference,
            cohortTrack,
            genderPreference,
            cohortMinimum,
            cohortOpen,
            cohortModality,
            individualModality,
            days,
            sessionTrack,
            gap,
            overtime,
            curriculum,
            cohortChanged,
            facilitatorChanged,
            sessionMoved,
            clinicianChanged
        };
        if (IntStream.of(all).anyMatch(w -> w < 0 || w > 1000)) {
            throw new IllegalArgumentException("Weights must be 0 to 1000.");
        }
        if (cohortUnassigned == 0 || sessionUnassigned == 0) {
            throw new IllegalArgumentException("An unplaced group or session must weigh at least 1.");
        }
    }

    /** Weights of a week's own wishes; curriculum and changes weigh what they weigh by default. */
    public Weights(
            int cohortUnassigned,
            int sessionUnassigned,
            int continuity,
            int traumaPreference,
            int cohortTrack,
            int genderPreference,
            int cohortMinimum,
            int cohortOpen,
            int cohortModality,
            int individualModality,
            int days,
            int sessionTrack,
            int gap,
            int overtime) {
        this(
                cohortUnassigned,
                sessionUnassigned,
                continuity,
                traumaPreference,
                cohortTrack,
                genderPreference,
                cohortMinimum,
                cohortOpen,
                cohortModality,
                individualModality,
                days,
                sessionTrack,
                gap,
                overtime,
                3,
                60,
                30,
                15,
                10);
    }
}
