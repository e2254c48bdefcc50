package care.iop.scheduling.roster.engine.problem;

import java.util.ArrayList;
import java.util.List;

/** The hours of a week in which someone is available: sorted windows, those that touch or overlap merged into one. */
public record WeekHours(List<WeekWindow> windows) {

    /** Sorts and merges the windows. */
    public WeekHours {
        List<WeekWindow> merged = new ArrayList<>();
        for (WeekWindow window : windows.stream().sorted().toList()) {
            WeekWindow last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && last.day() == window.day() && window.startMinute() <= last.endMinute()) {
                int end = Math.max(last.endMinute(), window.endMinute());
                merged.set(merged.size() - 1, new WeekWindow(last.day(), last.startMinute(), end));
            } else {
                merged.add(window);
            }
        }
        windows = List.copyOf(merged);
    }

    /** The hours made of these windows. */
    public static WeekHours of(WeekWindow... windows) {
        return new WeekHours(List.of(windows));
    }

    /** Whether the whole window lies in these hours. */
    public boolean covers(WeekWindow window) {
        return windows.stream().anyMatch(w -> w.contains(window));
    }

    /** Minutes of the window that lie outside these hours. */
    public int minutesOutside(WeekWindow window) {
        return window.minutes()
                - windows.stream().mapToInt(w -> w.overlapMinutes(window)).sum();
    }
}
