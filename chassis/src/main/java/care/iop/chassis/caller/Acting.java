package care.iop.chassis.caller;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets the service act for one organization where no caller's token says which: for events, background jobs and secret addresses. */
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

    /**
     * Acts for the organization until the end of the request that is active; nothing of a token that came along counts any
     * more. For requests that are let in by something else, such as a secret address.
     *
     * @param actor who the access log names
     */
    public void forRestOfRequest(String organization, String actor) {
        current.actFor(organization, actor);
    }
}
