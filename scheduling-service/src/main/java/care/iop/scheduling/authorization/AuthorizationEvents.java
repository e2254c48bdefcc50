package care.iop.scheduling.authorization;

import care.iop.chassis.inbox.EventListener;
import care.iop.chassis.inbox.IncomingEvent;
import care.iop.chassis.inbox.PoisonEventException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Hears from intake what payers allow of a stay, what of it is left, and that it does not count any more. */
@ApplicationScoped
class AuthorizationEvents implements EventListener {

    private final PayerAuthorizations authorizations;

    AuthorizationEvents(PayerAuthorizations authorizations) {
        this.authorizations = authorizations;
    }

    @Override
    public Set<String> topics() {
        return Set.of("intake.authorization.v1");
    }

    @Override
    public void on(IncomingEvent event) {
        switch (event.type()) {
            case "care.iop.intake.authorization-approved.v1", "care.iop.intake.authorization-changed.v1" -> {
                var authorization = event.data(Authorization.class);
                requireSubject(event, authorization.authorizationId());
                authorizations.follow(authorization, event.version());
            }
            case "care.iop.intake.authorization-ended.v1" -> {
                var ended = event.data(AuthorizationEnded.class);
                requireSubject(event, ended.authorizationId());
                authorizations.end(ended, event.version());
            }
            default -> {
                // That one runs out is for intake's staff; what is left of it was said already.
            }
        }
    }

    private static void requireSubject(IncomingEvent event, UUID authorizationId) {
        if (!authorizationId.equals(event.subject())) {
            throw new PoisonEventException("the subject is not the authorization");
        }
    }
}
