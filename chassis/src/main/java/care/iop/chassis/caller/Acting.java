package care.iop.chassis.caller;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;

/** Runs work outside any request for one organization, as events and background jobs need it. */
@ApplicationScoped
public class Acting {

    private final CurrentOrganization current;

    Acting(CurrentOrganization current) {
        this.current = current;
    }

    /**
     * Runs the work in a request context of its own, in which {@link Caller} and Hibernate's tenant are this organization.
     *
     * @param actor who the access log names, such as the kind of job
     */
    public void forOrganization(String organization, String actor, Runnable work) {
        var context = Arc.container().requestContext();
        if (context.isActive()) {
            throw new IllegalStateException("a request is active: its caller's organization holds");
        }
        context.activate();
        try {
            current.actFor(organization, actor);
            work.run();
        } finally {
            context.terminate();
        }
    }
}
