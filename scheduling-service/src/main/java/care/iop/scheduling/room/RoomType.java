package care.iop.scheduling.room;

/** What a room is for. */
public enum RoomType {
    GROUP,
    OFFICE
}
