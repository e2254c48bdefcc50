package care.iop.scheduling.roster.engine.problem;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A clinician as the roster sees one: what they may do, when they work, and how many minutes a week they give to
 * sessions and groups: never more than {@code maxMinutes}, preferably not more than {@code targetMinutes}.
 *
 * @param pause the break on days with work, absent when the clinician arranges it
 * @param engaged when the clinician has other appointments than the roster's; these hours are none of {@code availability}, and
 *     there is no break in them
 */
public record RosterClinician(
        String id,
        Set<Credential> credentials,
        Set<Modality> modalities,
        WeekHours availability,
        int maxMinutes,
        int targetMinutes,
        @Nullable ClinicianBreak pause,
        WeekHours engaged) {

    /** Copies the sets and refuses negative minutes. */
    public RosterClinician {
        credentials = Set.copyOf(credentials);
        modalities = Set.copyOf(modalities);
        if (maxMinutes < 0 || targetMinutes < 0) {
            throw new IllegalArgumentException("Clinician %s must have non-negative weekly minutes, but has %d and %d."
                    .formatted(id, maxMinutes, targetMinutes));
        }
    }

    /** A clinician who arranges breaks without the roster, and has nothing else to do. */
    public RosterClinician(
            String id,
            Set<Credential> credentials,
            Set<Modality> modalities,
            WeekHours availability,
            int maxMinutes,
            int targetMinutes) {
        this(id, credentials, modalities, availability, maxMinutes, targetMinutes, null, WeekHours.of());
    }

    /** Whether they may lead the group: group credential, its modality, and trauma-informed for a trauma track. */
    public boolean mayFacilitate(RosterCohort cohort) {
        return credentials.contains(Credential.GROUP)
                && modalities.contains(cohort.modality())
                && (!cohort.traumaTrack() || modalities.contains(Modality.TRAUMA_INFORMED));
    }

    /** Whether they may hold the session: its kind's credential; trauma-informed for a trauma client's individual one. */
    public boolean mayHold(SessionKind kind, RosterClient client) {
        return credentials.contains(kind.credential())
                && (kind != SessionKind.INDIVIDUAL
                        || !client.trauma()
                        || modalities.contains(Modality.TRAUMA_INFORMED));
    }
}
