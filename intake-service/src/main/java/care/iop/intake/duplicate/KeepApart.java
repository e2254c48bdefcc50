package care.iop.intake.duplicate;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.http.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides that two records are of two people. */
@ApplicationScoped
class KeepApart {

    private final PossibleDuplicates pairs;
    private final Caller caller;
    private final AccessAudit audit;
    private final Clock clock;

    KeepApart(PossibleDuplicates pairs, Caller caller, AccessAudit audit, Clock clock) {
        this.pairs = pairs;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** Notes the decision, which holds until what is known of one of the two changes; DUPLICATE_ALREADY_DECIDED the second time. */
    @Transactional
    PossibleDuplicate keepApart(UUID id, @Nullable String ifMatch, DecisionRequest decision) {
        var pair = pairs.require(id);
        IfMatch.require(ifMatch, pair.version());
        pair.keepApart(decision.reason(), caller.subject(), clock.instant());
        pairs.flush();
        audit.wrote("PossibleDuplicate", id, pair.firstId());
        audit.wrote("PossibleDuplicate", id, pair.secondId());
        return pair;
    }
}
