package care.iop.progress.change;

/** What a change amounts to by one criterion. */
public enum Category {
    /** Improved, and from the range of the disorder into the range of the healthy. */
    RECOVERED,
    IMPROVED,
    UNCHANGED,
    DETERIORATED
}
