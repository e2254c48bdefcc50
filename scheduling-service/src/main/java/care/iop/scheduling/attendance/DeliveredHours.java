package care.iop.scheduling.attendance;

import care.iop.scheduling.attendance.DeliveredView.Day;
import care.iop.scheduling.attendance.DeliveredView.Week;
import care.iop.scheduling.booking.AttendanceCode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts what was delivered. The minutes that were recorded are the only truth: no plan fills a gap. */
final class DeliveredHours {

    private final int h0015DayMinutes;
    private final NavigableMap<LocalDate, int[]> byDay = new TreeMap<>();
    private int unmarked;

    DeliveredHours(int h0015DayMinutes) {
        this.h0015DayMinutes = h0015DayMinutes;
    }

    /**
     * A session that is booked and, when it is marked, what became of it.
     *
     * @param makesUpForPlanned whether it makes up for a session that stays in the plan, so that its own minutes don't
     */
    record Unit(
            LocalDate on,
            int plannedMinutes,
            @Nullable AttendanceCode code,
            int deliveredMinutes,
            boolean makesUpForPlanned,
            boolean over) {}

    void add(Unit unit) {
        var day = byDay.computeIfAbsent(unit.on(), none -> new int[2]);
        if (unit.code() != AttendanceCode.CANCELLED_BY_PROGRAM && !unit.makesUpForPlanned()) {
            day[0] += unit.plannedMinutes();
        }
        day[1] += unit.deliveredMinutes();
        if (unit.code() == null && unit.over()) {
            unmarked++;
        }
    }

    DeliveredView view(UUID enrollmentId, LocalDate from, LocalDate to) {
        var days = byDay.entrySet().stream()
                .map(day -> new Day(
                        day.getKey(), day.getValue()[0], day.getValue()[1], day.getValue()[1] >= h0015DayMinutes))
                .toList();
        var weeks = new TreeMap<LocalDate, List<Day>>();
        for (var day : days) {
            weeks.computeIfAbsent(
                            day.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                            monday -> new ArrayList<>())
                    .add(day);
        }
        return new DeliveredView(
                enrollmentId,
                from,
                to,
                h0015DayMinutes,
                planned(days),
                delivered(days),
                h0015Days(days),
                unmarked,
                days,
                weeks.entrySet().stream()
                        .map(week -> new Week(
                                week.getKey(),
                                planned(week.getValue()),
                                delivered(week.getValue()),
                                h0015Days(week.getValue())))
                        .toList());
    }

    private static int planned(List<Day> days) {
        return days.stream().mapToInt(Day::plannedMinutes).sum();
    }

    private static int delivered(List<Day> days) {
        return days.stream().mapToInt(Day::deliveredMinutes).sum();
    }

    private static int h0015Days(List<Day> days) {
        return (int) days.stream().filter(Day::h0015).count();
    }
}
