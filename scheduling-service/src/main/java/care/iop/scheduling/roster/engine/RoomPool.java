package care.iop.scheduling.roster.engine;

import org.jspecify.annotations.Nullable;

/** Rooms of one type as they fill up. Cells are those of the whole week. */
interface RoomPool {

    /**
     * Tells for each cell of a range how long someone could stay who comes then.
     *
     * @param from first cell of the week asked for; stays end with the range at the latest
     * @param stay filled with the number of cells for the range, from position {@code at} on
     */
    void stays(int from, int cells, int[] stay, int at);

    /** Whether a room is free for all these cells of the week. */
    boolean isFree(int from, int until);

    /** Takes a room; the caller has seen that one is free. Answers its id when the pool knows rooms by name. */
    @Nullable
    String take(int from, int until);

    /** Gives a room back that was taken for these cells; {@code roomId} is what {@link #take} answered. */
    void giveBack(int from, int until, @Nullable String roomId);
}
