package care.iop.intake.consent;

import care.iop.intake.IntakeRoles;
import care.iop.intake.gate.AdmissionGate;
import care.iop.intake.gate.Gate;
import care.iop.intake.gate.GateQuestion;
import care.iop.intake.gate.GateStanding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Whether a parent or guardian has consented, for a person who is not of age on the day treatment starts. Where state law lets
 * a minor consent alone (42 CFR 2.14), the organization leaves this gate out.
 */
@ApplicationScoped
class GuardianConsentGate implements AdmissionGate {

    private final TreatmentConsents consents;
    private final ConsentSettings settings;

    GuardianConsentGate(TreatmentConsents consents, ConsentSettings settings) {
        this.consents = consents;
        this.settings = settings;
    }

    @Override
    public Gate gate() {
        return Gate.GUARDIAN_CONSENT;
    }

    @Override
    public GateStanding standing(GateQuestion question) {
        var comesOfAgeOn = question.bornOn().plusYears(settings.adultAge());
        if (!question.startsOn().isBefore(comesOfAgeOn)) {
            return GateStanding.met(Gate.GUARDIAN_CONSENT, "The person is of age on the first day.");
        }
        return consents.inForce(question.patientId()).stream().anyMatch(TreatmentConsent::isForMinor)
                ? GateStanding.met(Gate.GUARDIAN_CONSENT, "A parent or guardian has consented.")
                : GateStanding.unmet(
                        Gate.GUARDIAN_CONSENT,
                        "The person is under " + settings.adultAge()
                                + " on the first day, and no parent or guardian has consented.",
                        Set.of(IntakeRoles.COORDINATOR, IntakeRoles.CLINICIAN));
    }
}
