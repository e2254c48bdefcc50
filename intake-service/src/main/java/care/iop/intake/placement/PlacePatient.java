package care.iop.intake.placement;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.referral.MoveReferral;
import care.iop.intake.referral.Referral.PlacedLevel;
import care.iop.intake.referral.Referrals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Records which level of care a clinician finds right for a referred person. */
@ApplicationScoped
class PlacePatient {

    private final Referrals referrals;
    private final MoveReferral moveReferral;
    private final Placements placements;
    private final Caller caller;
    private final AccessAudit audit;
    private final Ids ids;
    private final Clock clock;

    PlacePatient(
            Referrals referrals,
            MoveReferral moveReferral,
            Placements placements,
            Caller caller,
            AccessAudit audit,
            Ids ids,
            Clock clock) {
        this.referrals = referrals;
        this.moveReferral = moveReferral;
        this.placements = placements;
        this.caller = caller;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Records the decision under the caller's name. The referral changes with it, so that nobody waitlists or admits on a
     * decision that they have not seen.
     */
    @Transactional
    Placement place(UUID referralId, PlacementRequest decision) {
        var referral = referrals.require(referralId);
        if (!decision.levelOfCare().belongsTo(decision.criteriaEdition())) {
            throw ProblemException.invalid(
                    "/levelOfCare", "is not a level of " + decision.criteriaEdition() + "; check the edition");
        }
        var now = clock.instant();
        moveReferral.place(referral, new PlacedLevel(decision.levelOfCare(), decision.criteriaEdition()), now);
        var placement = new Placement(ids.next(), referralId, referral.patientId(), decision, caller.subject(), now);
        placements.persist(placement);
        audit.wrote("Placement", placement.id(), placement.patientId());
        return placement;
    }
}
