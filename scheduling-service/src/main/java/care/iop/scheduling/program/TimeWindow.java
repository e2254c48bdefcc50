package care.iop.scheduling.program;

import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stretch of one day of the week in the program's local time. Everything starts and ends on a quarter hour; {@code
 * until} midnight is the end of the day.
 */
@Schema(name = "TimeWindow", description = "Local time, on quarter hours; until 00:00 is the end of the day")
public record TimeWindow(
        @Schema(required = true, examples = "MONDAY") @NotNull
        DayOfWeek day,

        @Schema(required = true, examples = "09:00") @NotNull
        LocalTime from,

        @Schema(required = true, examples = "17:00") @NotNull
        LocalTime until) {

    private static final int GRID_MINUTES = 15;
    private static final int MINUTES_PER_DAY = 24 * 60;

    /** Whether a time of day is on the grid on which sessions are planned: whole quarter hours. */
    public static boolean isOnGrid(LocalTime time) {
        return time.getMinute() % GRID_MINUTES == 0 && time.getSecond() == 0 && time.getNano() == 0;
    }

    /** Refuses windows that are off the grid, run backward, or overlap each other. */
    public static void requireSound(String pointer, List<TimeWindow> windows) {
        var problems = new ArrayList<FieldProblem>();
        for (int i = 0; i < windows.size(); i++) {
            var window = windows.get(i);
            if (!isOnGrid(window.from) || !isOnGrid(window.until)) {
                problems.add(new FieldProblem(pointer + "/" + i, "must start and end on a quarter hour"));
            } else if (window.startMinute() >= window.endMinute()) {
                problems.add(new FieldProblem(
                        pointer + "/" + i, "must end after it starts; a stretch over midnight is two windows"));
            } else if (windows.subList(0, i).stream().anyMatch(window::overlaps)) {
                problems.add(new FieldProblem(pointer + "/" + i, "must not overlap another window"));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.INVALID_VALUE, problems.size() + " time windows can't be accepted.", problems);
        }
    }

    /** Minutes since midnight at which it starts. */
    public int startMinute() {
        return from.toSecondOfDay() / 60;
    }

    /** Minutes since midnight at which it ends, 1440 for the end of the day. */
    public int endMinute() {
        return until.equals(LocalTime.MIDNIGHT) ? MINUTES_PER_DAY : until.toSecondOfDay() / 60;
    }

    /** Whether it lies wholly in another one. */
    public boolean isWithin(TimeWindow other) {
        return day == other.day && other.startMinute() <= startMinute() && endMinute() <= other.endMinute();
    }

    /** Whether it shares any time with another one. */
    public boolean overlaps(TimeWindow other) {
        return day == other.day && startMinute() < other.endMinute() && other.startMinute() < endMinute();
    }
}
