package care.iop.scheduling.roster.engine;

/** Hears how a search goes, on the thread that searches; it should be quick. */
@FunctionalInterface
public interface SearchListener {

    /** Hears nothing. */
    SearchListener NONE = progress -> {};

    /** Called when the best roster got better, about four times a second at most, and once at the end. */
    void progressed(SearchProgress progress);
}
