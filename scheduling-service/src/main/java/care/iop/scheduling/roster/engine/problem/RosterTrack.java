package care.iop.scheduling.roster.engine.problem;

/** A track of the program (morning, afternoon, evening) with its usual hours, in minutes since local midnight. */
public record RosterTrack(String id, int startMinute, int endMinute) {

    /** Refuses a track whose hours are empty or leave the day. */
    public RosterTrack {
        if (startMinute < 0 || endMinute > 1440 || startMinute >= endMinute) {
            throw new IllegalArgumentException(
                    "Track %s must run forward within one day, but runs from minute %d to %d."
                            .formatted(id, startMinute, endMinute));
        }
    }

    /** Whether the window lies in the track's usual hours, on whichever day. */
    public boolean covers(WeekWindow window) {
        return startMinute <= window.startMinute() && window.endMinute() <= endMinute;
    }
}
