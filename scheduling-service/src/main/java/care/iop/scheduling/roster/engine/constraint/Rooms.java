package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.RoomType;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** How many rooms there are and where they don't suffice. */
final class Rooms {

    private static final int QUARTERS_A_DAY = 96;

    private Rooms() {}

    /** A day on which rooms lack, and the minutes that uses lack one, added up. */
    record Shortage(DayOfWeek day, int minutes) {}

    static int count(RosterView view, RoomType type) {
        return (int) view.problem().rooms().stream()
                .filter(room -> room.type() == type)
                .count();
    }

    static Stream<Shortage> shortages(Stream<WeekWindow> uses, int rooms) {
        Map<DayOfWeek, int[]> inUse = new EnumMap<>(DayOfWeek.class);
        uses.forEach(use -> {
            int[] day = inUse.computeIfAbsent(use.day(), d -> new int[QUARTERS_A_DAY]);
            for (int q = use.startMinute() / WeekWindow.GRID_MINUTES;
                    q < use.endMinute() / WeekWindow.GRID_MINUTES;
                    q++) {
                day[q]++;
            }
        });
        return inUse.entrySet().stream().flatMap(day -> {
            int quarters = 0;
            for (int count : day.getValue()) {
                quarters += Math.max(0, count - rooms);
            }
            return quarters == 0
                    ? Stream.of()
                    : Stream.of(new Shortage(day.getKey(), quarters * WeekWindow.GRID_MINUTES));
        });
    }
}
