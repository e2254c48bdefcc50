package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.problem.ClinicianBreak;
import care.iop.scheduling.roster.engine.problem.RosterClinician;
import care.iop.scheduling.roster.engine.problem.RosterCohort;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import care.iop.scheduling.roster.engine.problem.SessionToPlace;
import care.iop.scheduling.roster.engine.problem.WeekHours;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The week cut into equal cells, day after day. Only the part of the day in which any clinician works is kept, because
 * nothing can be placed outside it. Cells are as long as the step between possible starts when everything fits that,
 * otherwise a quarter hour.
 */
final class Grid {

    static final int DAYS = 7;

    private final int cellMinutes;
    private final int startEvery;
    private final int firstMinute;
    private final int cells;

    Grid(RosterProblem problem) {
        int step = problem.startStepMinutes();
        IntStream blocks = problem.cohorts().stream()
                .map(RosterCohort::slots)
                .flatMap(slots -> slots.stream())
                .flatMapToInt(slot -> IntStream.of(slot.startMinute(), slot.endMinute()));
        IntStream sessions = problem.clients().stream()
                .flatMap(client -> client.sessions().stream())
                .mapToInt(SessionToPlace::minutes);
        IntStream published = problem.published() == null
                ? IntStream.empty()
                : problem.published().roster().sessions().values().stream()
                        .mapToInt(placed -> placed.when().startMinute());
        IntStream pauses = problem.clinicians().stream()
                .map(RosterClinician::pause)
                .filter(Objects::nonNull)
                .flatMapToInt(pause -> IntStream.of(pause.fromMinute(), pause.untilMinute(), pause.minutes()));
        cellMinutes = Stream.of(blocks, sessions, published, pauses)
                        .flatMapToInt(each -> each)
                        .allMatch(minute -> minute % step == 0)
                ? step
                : WeekWindow.GRID_MINUTES;
        startEvery = step / cellMinutes;
        IntSummaryStatistics working = problem.clinicians().stream()
                .flatMap(clinician -> clinician.availability().windows().stream())
                .flatMapToInt(window -> IntStream.of(window.startMinute(), window.endMinute()))
                .summaryStatistics();
        firstMinute = working.getCount() == 0 ? 0 : working.getMin() / step * step;
        cells = working.getCount() == 0 ? 0 : ceilDiv(working.getMax() - firstMinute, cellMinutes);
    }

    private static int ceilDiv(int dividend, int divisor) {
        return Math.floorDiv(dividend + divisor - 1, divisor);
    }

    int cellMinutes() {
        return cellMinutes;
    }

    /** Cells that so many minutes take. */
    int cellsFor(int minutes) {
        return ceilDiv(minutes, cellMinutes);
    }

    /** Whether the break fits into a part of the day that is outside the kept one, where nothing is ever placed. */
    boolean leavesFree(ClinicianBreak pause) {
        int end = firstMinute + cells * cellMinutes;
        return Math.min(firstMinute, pause.untilMinute()) - pause.fromMinute() >= pause.minutes()
                || pause.untilMinute() - Math.max(end, pause.fromMinute()) >= pause.minutes();
    }

    /** Cells in a day. */
    int cells() {
        return cells;
    }

    /** Cells in a week. */
    int weekCells() {
        return DAYS * cells;
    }

    /** Whether a session may start on this cell of a day. */
    boolean mayStart(int cell) {
        return cell % startEvery == 0;
    }

    /** First cell of the day that the window touches, within the kept part of the day. */
    int firstTouched(WeekWindow window) {
        return clamp(Math.floorDiv(window.startMinute() - firstMinute, cellMinutes));
    }

    /** Cell after the last that the window touches, within the kept part of the day. */
    int afterTouched(WeekWindow window) {
        return clamp(ceilDiv(window.endMinute() - firstMinute, cellMinutes));
    }

    /** First cell that starts at this minute of the day or later. */
    int firstFrom(int minute) {
        return clamp(ceilDiv(minute - firstMinute, cellMinutes));
    }

    /** Cell after the last that ends at this minute of the day or earlier. */
    int afterUntil(int minute) {
        return clamp(Math.floorDiv(minute - firstMinute, cellMinutes));
    }

    /** Whether the window lies in the kept part of the day. */
    boolean holds(WeekWindow window) {
        return window.startMinute() >= firstMinute && window.endMinute() <= firstMinute + cells * cellMinutes;
    }

    /** The cells of the week that lie wholly in the hours. */
    boolean[] cellsWithin(WeekHours hours) {
        boolean[] within = new boolean[weekCells()];
        for (WeekWindow window : hours.windows()) {
            int base = dayIndex(window.day()) * cells;
            int end = base + afterUntil(window.endMinute());
            for (int i = base + firstFrom(window.startMinute()); i < end; i++) {
                within[i] = true;
            }
        }
        return within;
    }

    /** The cells of the week that the hours touch. */
    boolean[] cellsTouchedBy(WeekHours hours) {
        boolean[] touched = new boolean[weekCells()];
        for (WeekWindow window : hours.windows()) {
            int base = dayIndex(window.day()) * cells;
            Arrays.fill(touched, base + firstTouched(window), base + afterTouched(window), true);
        }
        return touched;
    }

    /** The window of some minutes that starts at a cell of a day. */
    WeekWindow window(int day, int cell, int minutes) {
        int start = firstMinute + cell * cellMinutes;
        return new WeekWindow(DayOfWeek.of(day + 1), start, start + minutes);
    }

    /** Monday is 0. */
    static int dayIndex(DayOfWeek day) {
        return day.getValue() - 1;
    }

    private int clamp(int cell) {
        return Math.max(0, Math.min(cells, cell));
    }
}
