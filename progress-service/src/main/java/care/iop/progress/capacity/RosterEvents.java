package care.iop.progress.capacity;

import care.iop.chassis.inbox.EventListener;
import care.iop.chassis.inbox.IncomingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Hears from scheduling that a week was published, or that a publication was taken back, in whatever order that arrives. */
@ApplicationScoped
class RosterEvents implements EventListener {

    private final RosterPublications publications;

    RosterEvents(RosterPublications publications) {
        this.publications = publications;
    }

    @Override
    public Set<String> topics() {
        return RosterPublications.TOPICS;
    }

    @Override
    public void on(IncomingEvent event) {
        publications.take(event);
    }
}
