package care.iop.scheduling.roster.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoomPoolTest {

    private static int[] stays(RoomPool rooms) {
        int[] stays = new int[4];
        rooms.stays(0, 4, stays, 0);
        return stays;
    }

    @Test
    void countedRoomsLetSomeoneStayWhileAnyIsFree() {
        // given
        RoomPool rooms = new CountedRooms(2, 4);
        rooms.take(0, 1);
        rooms.take(0, 3);

        // when
        int[] stays = stays(rooms);

        // then
        assertArrayEquals(new int[] {0, 3, 2, 1}, stays);
        assertFalse(rooms.isFree(0, 2));
        assertTrue(rooms.isFree(1, 3));
    }

    @Test
    void countedRoomsComeBack() {
        // given
        RoomPool rooms = new CountedRooms(1, 4);
        rooms.take(1, 3);

        // when
        rooms.giveBack(1, 3, null);

        // then
        assertArrayEquals(new int[] {4, 3, 2, 1}, stays(rooms));
    }

    @Test
    void namedRoomsLetSomeoneStayOnlyInOneRoom() {
        // given
        NamedRooms rooms = new NamedRooms(List.of("O1", "O2"));
        rooms.reserve("O1", 0, 2);
        rooms.reserve("O2", 2, 4);

        // when
        int[] stays = stays(rooms);

        // then
        assertArrayEquals(new int[] {2, 1, 2, 1}, stays);
        assertFalse(rooms.isFree(1, 3), "each room is free for half of it");
        assertEquals("O2", rooms.firstFree(0, 2));
        assertEquals("O1", rooms.firstFree(2, 4));
    }

    @Test
    void namedRoomsComeBack() {
        // given
        NamedRooms rooms = new NamedRooms(List.of("O1"));
        String taken = rooms.take(1, 3);

        // when
        rooms.giveBack(1, 3, taken);

        // then
        assertEquals("O1", taken);
        assertArrayEquals(new int[] {4, 3, 2, 1}, stays(rooms));
    }

    @Test
    void namedRoomsPassOverRoomsOfAnotherType() {
        // given
        NamedRooms rooms = new NamedRooms(List.of("O1"));

        // when
        rooms.reserve("R1", 0, 4);

        // then
        assertTrue(rooms.isFree(0, 4));
    }
}
