package care.iop.scheduling.roster.engine.problem;

/** A room of the program's site. Rooms of one type are interchangeable. */
public record RosterRoom(String id, RoomType type) {}
