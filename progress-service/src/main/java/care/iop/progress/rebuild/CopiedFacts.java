package care.iop.progress.rebuild;

import care.iop.chassis.inbox.IncomingEvent;
import java.util.Set;

/** A table that is a copy of facts that topics tell, and how it is made anew from them. */
public interface CopiedFacts {

    /** The name under which it is counted what had to be mended. */
    enum Kind {
        ADMISSIONS,
        BOOKINGS,
        PUBLICATIONS
    }

    Kind kind();

    /** The topics that tell the facts. */
    Set<String> topics();

    /** Puts aside what an event of the caller's organization says, unless a newer one has spoken; in the caller's transaction. */
    void putAside(IncomingEvent event);

    /**
     * Mends the next facts that differ from what was put aside, in the caller's transaction; what the copy knows in a newer version
     * stays, and so does what no topic holds any more.
     *
     * @return how many it mended; 0 when none differs any more
     */
    int mendSome();

    /** Forgets what was put aside, before a rebuild and after it. */
    void forget();
}
