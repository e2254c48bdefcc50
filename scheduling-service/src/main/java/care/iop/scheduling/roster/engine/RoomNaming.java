package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Names rooms for uses that never need more rooms at once than there are. A use keeps the room that it had, as long as the
 * day can be named at all that way. In order of time any free room will do for the others, so each gets the one that its
 * owner had last, when that is free.
 */
final class RoomNaming {

    /** Someone (a group or a clinician) who needs a room, and the room that was published, when there is one. */
    record Use(String owner, WeekWindow when, @Nullable String published) {

        Use(String owner, WeekWindow when) {
            this(owner, when, null);
        }
    }

    private final List<Use> uses;
    private final List<String> rooms;
    private final String[] named;
    private final Map<String, String> lastRoom = new HashMap<>();

    private RoomNaming(List<Use> uses, List<String> rooms) {
        this.uses = uses;
        this.rooms = rooms;
        this.named = new String[uses.size()];
    }

    /** A room for each use, in the order of the uses. */
    static List<String> name(List<Use> uses, List<String> rooms) {
        RoomNaming naming = new RoomNaming(uses, rooms);
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Integer> onDay = IntStream.range(0, uses.size())
                    .filter(i -> uses.get(i).when().day() == day)
                    .boxed()
                    .sorted(Comparator.comparing((Integer i) -> uses.get(i).when())
                            .thenComparing(i -> i))
                    .toList();
            if (!naming.nameDay(onDay, true)) {
                naming.nameDay(onDay, false);
            }
        }
        return List.of(naming.named);
    }

    private boolean nameDay(List<Integer> inOrder, boolean keeping) {
        Map<String, List<WeekWindow>> taken = new HashMap<>();
        rooms.forEach(room -> taken.put(room, new ArrayList<>()));
        List<Integer> others = new ArrayList<>();
        for (int i : inOrder) {
            String published = uses.get(i).published();
            if (keeping
                    && published != null
                    && isFree(taken.get(published), uses.get(i).when())) {
                take(i, published, taken);
            } else {
                others.add(i);
            }
        }
        for (int i : others) {
            Use use = uses.get(i);
            String last = lastRoom.get(use.owner());
            String room = last != null && isFree(taken.get(last), use.when())
                    ? last
                    : rooms.stream()
                            .filter(each -> isFree(taken.get(each), use.when()))
                            .findFirst()
                            .orElse(null);
            if (room == null) {
                if (!keeping) {
                    throw new IllegalStateException("No room of %d is free %s.".formatted(rooms.size(), use.when()));
                }
                return false;
            }
            take(i, room, taken);
        }
        return true;
    }

    private void take(int use, String room, Map<String, List<WeekWindow>> taken) {
        named[use] = room;
        lastRoom.put(uses.get(use).owner(), room);
        taken.computeIfAbsent(room, r -> new ArrayList<>()).add(uses.get(use).when());
    }

    private static boolean isFree(@Nullable List<WeekWindow> taken, WeekWindow when) {
        return taken != null && taken.stream().noneMatch(each -> each.overlapMinutes(when) > 0);
    }
}
