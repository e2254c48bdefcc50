package care.iop.scheduling.roster.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rooms of which each one's use is known, because those who already have one keep it. */
final class NamedRooms implements RoomPool {

    private final List<String> roomIds;
    private final List<BitSet> inUse = new ArrayList<>();

    NamedRooms(List<String> roomIds) {
        this.roomIds = List.copyOf(roomIds);
        roomIds.forEach(room -> inUse.add(new BitSet()));
    }

    @Override
    public void stays(int from, int cells, int[] stay, int at) {
        for (int i = 0; i < cells; i++) {
            stay[at + i] = 0;
        }
        for (BitSet room : inUse) {
            int run = 0;
            for (int i = cells - 1; i >= 0; i--) {
                run = room.get(from + i) ? 0 : run + 1;
                stay[at + i] = Math.max(stay[at + i], run);
            }
        }
    }

    @Override
    public boolean isFree(int from, int until) {
        return inUse.stream().anyMatch(room -> isFree(room, from, until));
    }

    @Override
    public @Nullable String take(int from, int until) {
        String room = firstFree(from, until);
        reserve(room, from, until);
        return room;
    }

    /** The first room that is free for all these cells of the week; the caller has seen that there is one. */
    String firstFree(int from, int until) {
        for (int i = 0; i < inUse.size(); i++) {
            if (isFree(inUse.get(i), from, until)) {
                return roomIds.get(i);
            }
        }
        throw new IllegalStateException("No room is free for cells %d to %d.".formatted(from, until));
    }

    @Override
    public void giveBack(int from, int until, @Nullable String roomId) {
        room(roomId).clear(from, until);
    }

    /** Notes that a room is in use, possibly for more than one thing; rooms that are not of this pool are passed over. */
    void reserve(String roomId, int from, int until) {
        room(roomId).set(from, until);
    }

    private BitSet room(@Nullable String roomId) {
        int position = roomIds.indexOf(roomId);
        return position < 0 ? new BitSet() : inUse.get(position);
    }

    private static boolean isFree(BitSet room, int from, int until) {
        int next = room.nextSetBit(from);
        return next < 0 || next >= until;
    }
}
