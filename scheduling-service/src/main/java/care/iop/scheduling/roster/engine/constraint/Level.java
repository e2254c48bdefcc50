package care.iop.scheduling.roster.engine.constraint;

/** How much a rule binds: hard is never broken, medium is what stays unplaced, soft is a wish. */
public enum Level {
    HARD,
    MEDIUM,
    SOFT
}
