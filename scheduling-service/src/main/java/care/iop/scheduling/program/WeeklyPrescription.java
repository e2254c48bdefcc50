package care.iop.scheduling.program;

import care.iop.chassis.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** What a client is to have each week. The order says what comes first when not everything fits. */
public record WeeklyPrescription(List<PrescribedSessions> sessions) {

    /** More sessions for one client alone than this are no week; the roster's exact search counts on it. */
    private static final int MOST_SESSIONS_ALONE = 12;

    private static final int GRID_MINUTES = 15;

    /** Copies the list. */
    public WeeklyPrescription {
        sessions = List.copyOf(sessions);
    }

    /** Refuses what no week can hold, naming the entry below {@code pointer}. */
    public WeeklyPrescription requireSound(String pointer) {
        for (int i = 0; i < sessions.size(); i++) {
            var entry = sessions.get(i);
            if (entry.minutes() % GRID_MINUTES != 0) {
                throw ProblemException.invalid(pointer + "/" + i + "/minutes", "must be whole quarter hours");
            }
            if (entry.kind() == SessionKind.CHECK_IN) {
                throw ProblemException.invalid(
                        pointer + "/" + i + "/kind",
                        "must not be CHECK_IN: a check-in is optional and booked by itself");
            }
        }
        var alone = sessions.stream()
                .filter(s -> s.kind().isPlacedForOneClient())
                .mapToInt(PrescribedSessions::timesPerWeek)
                .sum();
        if (alone > MOST_SESSIONS_ALONE) {
            throw ProblemException.invalid(
                    pointer, "must hold at most " + MOST_SESSIONS_ALONE + " sessions a week outside groups");
        }
        return this;
    }

    /** Minutes a week of all its sessions. */
    public int minutesPerWeek() {
        return sessions.stream().mapToInt(s -> s.minutes() * s.timesPerWeek()).sum();
    }

    /**
     * As much of it, in its order and in whole sessions, as fits in the given minutes a week: of three 180-minute groups,
     * two 60-minute individual and two 120-minute family sessions, 600 minutes leave the groups and one individual session.
     */
    public WeeklyPrescription fittedTo(int minutesPerWeek) {
        var fitting = new ArrayList<PrescribedSessions>();
        var left = minutesPerWeek;
        for (var entry : sessions) {
            var times = Math.min(entry.timesPerWeek(), left / entry.minutes());
            if (times > 0) {
                fitting.add(entry.times(times));
                left -= times * entry.minutes();
            }
        }
        return new WeeklyPrescription(fitting);
    }
}
