package care.iop.chassis.caller;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The organization on whose behalf the service acts by itself, when no caller's token says so: that of an event being consumed. */
@RequestScoped
class CurrentOrganization {

    private @Nullable String organization;
    private @Nullable String actor;

    /** Acts for this organization until the end of the current request context. */
    void actFor(String organization, String actor) {
        this.organization = organization;
        this.actor = actor;
    }

    @Nullable
    String organization() {
        return organization;
    }

    @Nullable
    String actor() {
        return actor;
    }
}
