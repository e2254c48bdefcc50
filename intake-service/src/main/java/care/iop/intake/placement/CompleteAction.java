package care.iop.intake.placement;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.http.IfMatch;
import care.iop.intake.person.PrivateText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notes under the caller's name that a required action was done. */
@ApplicationScoped
class CompleteAction {

    private final PlacementActions actions;
    private final Caller caller;
    private final AccessAudit audit;
    private final Clock clock;

    CompleteAction(PlacementActions actions, Caller caller, AccessAudit audit, Clock clock) {
        this.actions = actions;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    PlacementAction complete(UUID id, @Nullable String ifMatch, PrivateText note) {
        var action = actions.require(id);
        IfMatch.require(ifMatch, action.version());
        action.complete(note, caller.subject(), clock.instant());
        actions.flush();
        audit.wrote("PlacementAction", id, action.patientId());
        return action;
    }
}
