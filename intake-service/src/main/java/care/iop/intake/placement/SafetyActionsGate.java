package care.iop.intake.placement;

import care.iop.intake.IntakeRoles;
import care.iop.intake.gate.AdmissionGate;
import care.iop.intake.gate.Gate;
import care.iop.intake.gate.GateQuestion;
import care.iop.intake.gate.GateStanding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether every safety action that is open for the person was done, from whichever referral it comes. */
@ApplicationScoped
class SafetyActionsGate implements AdmissionGate {

    private final PlacementActions actions;

    SafetyActionsGate(PlacementActions actions) {
        this.actions = actions;
    }

    @Override
    public Gate gate() {
        return Gate.SAFETY_ACTIONS_DONE;
    }

    @Override
    public GateStanding standing(GateQuestion question) {
        var open = actions.openSafety(question.patientId());
        if (open.isEmpty()) {
            return GateStanding.met(Gate.SAFETY_ACTIONS_DONE, "No safety action is open.");
        }
        var codes = open.stream().map(action -> action.code().name()).distinct().collect(Collectors.joining(", "));
        return GateStanding.unmet(
                Gate.SAFETY_ACTIONS_DONE, "To be done before the start: " + codes + ".", Set.of(IntakeRoles.CLINICIAN));
    }
}
