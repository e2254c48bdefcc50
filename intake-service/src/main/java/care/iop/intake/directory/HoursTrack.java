package care.iop.intake.directory;

/** The part of the week in which a program treats. */
enum HoursTrack {
    MORNING,
    AFTERNOON,
    EVENING,
    WEEKEND
}
