package care.iop.intake.level;

/** The edition of the ASAM Criteria that a level identifier is meant in. Levels of two editions are never compared. */
public enum CriteriaEdition {
    ASAM3,
    ASAM4
}
