package care.iop.scheduling.roster.engine.problem;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An enrolled client and the week that the prescription asks for: a group (when {@code needsGroup}) and the sessions.
 *
 * @param priority 1 to 3; what is left unplaced weighs by it, so 3 goes first
 * @param trauma needs trauma-informed individual sessions and may join a trauma-track group
 * @param teleOnly joins tele groups only; other clients never do
 * @param telehealth individual, family, vocational and medication sessions need no office
 * @param careTeam the only clinicians who may see the client outside the group
 * @param noContact clients who must never sit in the same group; one side saying so is enough
 * @param curriculum modules that the client still needs
 * @param languages in which the client can be treated, ISO 639-1; empty when nobody has asked
 */
public record RosterClient(
        String id,
        int priority,
        Gender gender,
        boolean trauma,
        boolean teleOnly,
        boolean telehealth,
        boolean needsGroup,
        Preferences preferences,
        WeekLimits limits,
        @Nullable String primaryTherapistId,
        Set<String> careTeam,
        WeekHours availability,
        List<SessionToPlace> sessions,
        Set<String> noContact,
        CurriculumNeed curriculum,
        Set<String> languages) {

    /** More sessions than this in one week can't be a prescription; it also bounds the exact search. */
    public static final int MAX_SESSIONS = 12;

    /** Copies the collections; refuses an unknown priority, too many or repeated sessions. */
    public RosterClient {
        careTeam = Set.copyOf(careTeam);
        sessions = List.copyOf(sessions);
        noContact = Set.copyOf(noContact);
        languages = Set.copyOf(languages);
        if (priority < 1 || priority > 3) {
            throw new IllegalArgumentException(
                    "Client %s must have priority 1 to 3, but has %d.".formatted(id, priority));
        }
        if (sessions.size() > MAX_SESSIONS) {
            throw new IllegalArgumentException("Client %s must have at most %d sessions a week, but has %d."
                    .formatted(id, MAX_SESSIONS, sessions.size()));
        }
        Set<String> ids = new HashSet<>();
        for (SessionToPlace session : sessions) {
            if (!ids.add(session.id())) {
                throw new IllegalArgumentException("Client %s has session %s twice.".formatted(id, session.id()));
            }
        }
    }

    /** A client who needs no module of a curriculum, and whose languages nobody has asked. */
    public RosterClient(
            String id,
            int priority,
            Gender gender,
            boolean trauma,
            boolean teleOnly,
            boolean telehealth,
            boolean needsGroup,
            Preferences preferences,
            WeekLimits limits,
            @Nullable String primaryTherapistId,
            Set<String> careTeam,
            WeekHours availability,
            List<SessionToPlace> sessions,
            Set<String> noContact) {
        this(
                id,
                priority,
                gender,
                trauma,
                teleOnly,
                telehealth,
                needsGroup,
                preferences,
                limits,
                primaryTherapistId,
                careTeam,
                availability,
                sessions,
                noContact,
                CurriculumNeed.NONE,
                Set.of());
    }

    /** The same client, whoever else is there. */
    public RosterClient alone() {
        return new RosterClient(
                id,
                priority,
                gender,
                trauma,
                teleOnly,
                telehealth,
                needsGroup,
                preferences,
                limits,
                primaryTherapistId,
                careTeam,
                availability,
                sessions,
                Set.of(),
                curriculum,
                languages);
    }

    /**
     * Somebody who is not asked about and of whom nothing else is known than that they have these sessions, or a seat in a group.
     * Such clients are there to fill a roster beside which another one's week is found; they are none to be decided.
     */
    public static RosterClient elsewhere(String id, List<SessionToPlace> sessions) {
        return new RosterClient(
                id,
                1,
                Gender.OTHER,
                false,
                false,
                true,
                false,
                new Preferences(null, null, false, 0),
                new WeekLimits(7, 1440, new WeeklyBand(0, WeekLimits.NOT_LIMITED)),
                null,
                Set.of(),
                WeekHours.of(),
                sessions,
                Set.of());
    }
}
