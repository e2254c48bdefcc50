package care.iop.chassis.inbox;

import java.util.Set;

/**
 * Reads facts that other services tell. {@link #on} runs inside a transaction, for the event's organization, once for each
 * event; types that the listener does not know must be passed over, because topics grow by addition.
 */
public interface EventListener {

    /** The topics to read. */
    Set<String> topics();

    /** Those of the topics whose backlog has to be known at any time, see {@link InboxProgress}. */
    default Set<String> topicsToKeepUpWith() {
        return Set.of();
    }

    /**
     * Takes one event in. An exception rolls back and the event is tried again, a bounded number of times, and then put
     * aside in the dead-letter topic; {@link PoisonEventException} puts it aside at once.
     */
    void on(IncomingEvent event);
}
