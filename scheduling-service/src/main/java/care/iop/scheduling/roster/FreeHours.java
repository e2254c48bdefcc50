package care.iop.scheduling.roster;

import care.iop.scheduling.program.TimeWindow;
import care.iop.scheduling.roster.engine.problem.WeekHours;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The hours of a week that are left when what is taken is cut out. */
final class FreeHours {

    private final List<WeekWindow> left;

    private FreeHours(List<WeekWindow> left) {
        this.left = left;
    }

    /** All of these windows. */
    static FreeHours of(List<TimeWindow> windows) {
        return new FreeHours(windows.stream().map(FreeHours::window).toList());
    }

    static WeekWindow window(TimeWindow window) {
        return new WeekWindow(window.day(), window.startMinute(), window.endMinute());
    }

    /** Without a day. */
    FreeHours without(DayOfWeek day) {
        return new FreeHours(left.stream().filter(window -> window.day() != day).toList());
    }

    /** Without this window. */
    FreeHours without(WeekWindow taken) {
        return new FreeHours(
                left.stream().flatMap(window -> minus(window, taken)).toList());
    }

    /** Without any of these windows. */
    FreeHours without(List<WeekWindow> taken) {
        var rest = this;
        for (var window : taken) {
            rest = rest.without(window);
        }
        return rest;
    }

    /** These hours and those windows. */
    FreeHours with(List<WeekWindow> windows) {
        return new FreeHours(Stream.concat(left.stream(), windows.stream()).toList());
    }

    WeekHours hours() {
        return new WeekHours(left);
    }

    private static Stream<WeekWindow> minus(WeekWindow window, WeekWindow taken) {
        if (window.overlapMinutes(taken) == 0) {
            return Stream.of(window);
        }
        var rest = new ArrayList<WeekWindow>();
        if (window.startMinute() < taken.startMinute()) {
            rest.add(new WeekWindow(window.day(), window.startMinute(), taken.startMinute()));
        }
        if (taken.endMinute() < window.endMinute()) {
            rest.add(new WeekWindow(window.day(), taken.endMinute(), window.endMinute()));
        }
        return rest.stream();
    }
}
