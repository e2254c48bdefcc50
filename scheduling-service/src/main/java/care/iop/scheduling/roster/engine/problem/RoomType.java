package care.iop.scheduling.roster.engine.problem;

/** What a room is for: a group room seats a cohort, an office seats one client's session. */
public enum RoomType {
    GROUP,
    OFFICE
}
