package care.iop.intake.consent;

import care.iop.intake.IntakeRoles;
import care.iop.intake.gate.AdmissionGate;
import care.iop.intake.gate.Gate;
import care.iop.intake.gate.GateQuestion;
import care.iop.intake.gate.GateStanding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Whether somebody has consented to the treatment. */
@ApplicationScoped
class ConsentToTreatGate implements AdmissionGate {

    private final TreatmentConsents consents;

    ConsentToTreatGate(TreatmentConsents consents) {
        this.consents = consents;
    }

    @Override
    public Gate gate() {
        return Gate.CONSENT_TO_TREAT;
    }

    @Override
    public GateStanding standing(GateQuestion question) {
        return consents.inForce(question.patientId()).isEmpty()
                ? GateStanding.unmet(
                        Gate.CONSENT_TO_TREAT,
                        "No consent to treatment is in force.",
                        Set.of(IntakeRoles.COORDINATOR, IntakeRoles.CLINICIAN))
                : GateStanding.met(Gate.CONSENT_TO_TREAT, "A consent to treatment is in force.");
    }
}
