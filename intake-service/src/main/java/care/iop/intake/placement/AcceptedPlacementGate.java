package care.iop.intake.placement;

import care.iop.intake.IntakeRoles;
import care.iop.intake.gate.AdmissionGate;
import care.iop.intake.gate.Gate;
import care.iop.intake.gate.GateQuestion;
import care.iop.intake.gate.GateStanding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Whether a clinician accepted or overrode a recommendation. A decision without one leaves the gate open to be met. */
@ApplicationScoped
class AcceptedPlacementGate implements AdmissionGate {

    private final Placements placements;

    AcceptedPlacementGate(Placements placements) {
        this.placements = placements;
    }

    @Override
    public Gate gate() {
        return Gate.ACCEPTED_PLACEMENT;
    }

    @Override
    public GateStanding standing(GateQuestion question) {
        return placements
                .latestForAdmission(question.referralId())
                .map(AcceptedPlacementGate::standing)
                .orElseGet(() -> unmet("No clinician has recorded a placement."));
    }

    private static GateStanding standing(Placement placement) {
        if (!placement.answersRecommendation()) {
            return unmet(
                    "The placement was recorded without a recommendation: ask the placement rules, and decide on it.");
        }
        return GateStanding.met(
                Gate.ACCEPTED_PLACEMENT,
                placement.overrides()
                        ? "A clinician overrode the recommendation, with a reason."
                        : "A clinician accepted the recommended level.");
    }

    private static GateStanding unmet(String reason) {
        return GateStanding.unmet(Gate.ACCEPTED_PLACEMENT, reason, Set.of(IntakeRoles.CLINICIAN));
    }
}
