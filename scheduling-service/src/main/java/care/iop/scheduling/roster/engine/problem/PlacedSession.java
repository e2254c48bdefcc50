package care.iop.scheduling.roster.engine.problem;

import org.jspecify.annotations.Nullable;

/** A session with its clinician, its time and its office; a telehealth session has no office. */
public record PlacedSession(
        String sessionId,
        String clinicianId,
        WeekWindow when,
        @Nullable String roomId) {}
