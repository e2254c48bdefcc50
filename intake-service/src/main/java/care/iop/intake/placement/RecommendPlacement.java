package care.iop.intake.placement;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.patient.Patients;
import care.iop.intake.referral.Referrals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Asks the rules about a referred person, and keeps the answer and what has to be done because of it. */
@ApplicationScoped
class RecommendPlacement {

    private final Referrals referrals;
    private final Patients patients;
    private final EvaluatePlacement evaluatePlacement;
    private final PlacementRecommendations recommendations;
    private final PlacementActions actions;
    private final Caller caller;
    private final AccessAudit audit;
    private final Ids ids;
    private final Clock clock;

    RecommendPlacement(
            Referrals referrals,
            Patients patients,
            EvaluatePlacement evaluatePlacement,
            PlacementRecommendations recommendations,
            PlacementActions actions,
            Caller caller,
            AccessAudit audit,
            Ids ids,
            Clock clock) {
        this.referrals = referrals;
        this.patients = patients;
        this.evaluatePlacement = evaluatePlacement;
        this.recommendations = recommendations;
        this.actions = actions;
        this.caller = caller;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Recommends a level for the person of a referral, whose birth date is the one on record. Neither the referral nor an
     * admission changes. An action that is already open for the person is not opened again.
     */
    @Transactional
    PlacementRecommendation recommend(UUID referralId, PlacementFacts sent) {
        var referral = referrals.require(referralId);
        var born = patients.findById(referral.patientId()).birthDate();
        if (sent.birthDate() != null && !sent.birthDate().equals(born)) {
            throw ProblemException.invalid("/birthDate", "is not the one on record; leave it out");
        }
        var evaluation = evaluatePlacement.evaluate(sent.bornOn(born));
        var recommendation =
                new PlacementRecommendation(ids.next(), referral, evaluation, caller.subject(), clock.instant());
        recommendations.persist(recommendation);
        var open = actions.openCodes(recommendation.patientId());
        evaluation.advice().requiredActions().stream()
                .filter(required -> !open.contains(required.code()))
                .forEach(required -> actions.persist(new PlacementAction(ids.next(), recommendation, required)));
        audit.wrote("PlacementRecommendation", recommendation.id(), recommendation.patientId());
        return recommendation;
    }
}
