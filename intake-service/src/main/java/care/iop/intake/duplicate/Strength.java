package care.iop.intake.duplicate;

/** How much speaks for one person. Nothing is ever certain: a person decides. */
public enum Strength {
    POSSIBLE,
    LIKELY
}
