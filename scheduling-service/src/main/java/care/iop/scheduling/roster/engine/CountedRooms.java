package care.iop.scheduling.roster.engine;

import org.jspecify.annotations.Nullable;

/**
 * Interchangeable rooms of which only the number in use is known. As long as no moment needs more rooms than there are,
 * rooms can be named afterwards such that nobody moves during a session.
 */
final class CountedRooms implements RoomPool {

    private final int rooms;
    private final int[] inUse;

    CountedRooms(int rooms, int weekCells) {
        this.rooms = rooms;
        this.inUse = new int[weekCells];
    }

    @Override
    public void stays(int from, int cells, int[] stay, int at) {
        int run = 0;
        for (int i = cells - 1; i >= 0; i--) {
            run = inUse[from + i] < rooms ? run + 1 : 0;
            stay[at + i] = run;
        }
    }

    @Override
    public boolean isFree(int from, int until) {
        for (int i = from; i < until; i++) {
            if (inUse[i] >= rooms) {
                return false;
            }
        }
        return true;
    }

    @Override
    public @Nullable String take(int from, int until) {
        for (int i = from; i < until; i++) {
            inUse[i]++;
        }
        return null;
    }

    @Override
    public void giveBack(int from, int until, @Nullable String roomId) {
        for (int i = from; i < until; i++) {
            inUse[i]--;
        }
    }
}
