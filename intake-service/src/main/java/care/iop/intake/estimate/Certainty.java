package care.iop.intake.estimate;

/** How well a published figure is known here; all but the first have to be confirmed before a claim rests on them. */
enum Certainty {
    /** Read in the official publication. */
    OFFICIAL,
    /** Read in a secondary source. */
    SECONDARY,
    /** Commonly quoted, not yet seen in a source. */
    UNCONFIRMED
}
