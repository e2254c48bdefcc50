package care.iop.scheduling.roster.engine.problem;

/** One session of a client's week that needs a day, a start, a clinician and, unless by telehealth, an office. */
public record SessionToPlace(String id, SessionKind kind, int minutes) {

    /** Refuses a session that is not a positive number of whole quarter hours, or longer than 8 hours. */
    public SessionToPlace {
        if (minutes <= 0 || minutes > 480 || minutes % WeekWindow.GRID_MINUTES != 0) {
            throw new IllegalArgumentException(
                    "Session %s must last whole quarter hours, at most 8 hours, but lasts %d minutes."
                            .formatted(id, minutes));
        }
    }
}
