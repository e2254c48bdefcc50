package care.iop.chassis.outbox;

import java.util.Collection;
import java.util.List;

/**
 * Events have been added to the outbox. An observer in the transaction keeps what it makes of them in the same commit; one after
 * its success is how the relay is woken.
 */
public record EventsAdded(Collection<OutgoingEvent> events) {

    /** Keeps a copy. */
    public EventsAdded {
        events = List.copyOf(events);
    }
}
