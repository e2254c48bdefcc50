package care.iop.intake.placement;

/** A way to attend that fits a life in which the usual hours do not. */
enum Track {
    EVENING,
    TELEHEALTH
}
