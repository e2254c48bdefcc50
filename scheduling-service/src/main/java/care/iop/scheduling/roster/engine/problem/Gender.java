package care.iop.scheduling.roster.engine.problem;

/** Gender as the person states it, as far as gender-specific groups need it. */
public enum Gender {
    FEMALE,
    MALE,
    OTHER
}
