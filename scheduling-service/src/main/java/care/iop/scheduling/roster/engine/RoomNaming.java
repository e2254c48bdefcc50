package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Names rooms for uses that never need more rooms at once than there are. In order of time any free room will do, so each
 * use gets the one that its owner had last, when that is free.
 */
final class RoomNaming {

    /** Someone (a group or a clinician) who needs a room. */
    record Use(String owner, WeekWindow when) {}

    private RoomNaming() {}

    /** A room for each use, in the order of the uses. */
    static List<String> name(List<Use> uses, List<String> rooms) {
        List<Integer> inOrder = IntStream.range(0, uses.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> uses.get(i).when()).thenComparing(i -> i))
                .toList();
        String[] named = new String[uses.size()];
        Map<String, WeekWindow> lastUse = new HashMap<>();
        Map<String, String> lastRoom = new HashMap<>();
        for (int i : inOrder) {
            Use use = uses.get(i);
            List<String> free = rooms.stream()
                    .filter(room -> isFree(lastUse.get(room), use.when()))
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("No room of %d is free %s.".formatted(rooms.size(), use.when()));
            }
            String last = lastRoom.get(use.owner());
            String room = last != null && free.contains(last) ? last : free.get(0);
            named[i] = room;
            lastUse.put(room, use.when());
            lastRoom.put(use.owner(), room);
        }
        return List.of(named);
    }

    private static boolean isFree(@Nullable WeekWindow last, WeekWindow when) {
        return last == null || last.day() != when.day() || last.endMinute() <= when.startMinute();
    }
}
