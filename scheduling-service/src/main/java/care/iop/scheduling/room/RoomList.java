package care.iop.scheduling.room;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of rooms. */
@Schema(name = "RoomList")
record RoomList(@Schema(required = true) List<RoomView> items) {

    static RoomList of(List<Room> rooms) {
        return new RoomList(rooms.stream().map(Room::view).toList());
    }
}
