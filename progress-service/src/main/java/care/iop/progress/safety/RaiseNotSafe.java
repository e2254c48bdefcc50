package care.iop.progress.safety;

import care.iop.chassis.audit.AccessAudit;
import care.iop.progress.alert.RaiseAlert;
import care.iop.progress.alert.rule.Rules;
import care.iop.progress.episode.Episodes;
import care.iop.progress.patient.CurrentPatient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Calls a human for a person who says that they are not safe now. */
@ApplicationScoped
class RaiseNotSafe {

    private final CurrentPatient currentPatient;
    private final Episodes episodes;
    private final Rules rules;
    private final RaiseAlert raiseAlert;
    private final AccessAudit audit;

    RaiseNotSafe(
            CurrentPatient currentPatient, Episodes episodes, Rules rules, RaiseAlert raiseAlert, AccessAudit audit) {
        this.currentPatient = currentPatient;
        this.episodes = episodes;
        this.rules = rules;
        this.raiseAlert = raiseAlert;
        this.audit = audit;
    }

    @Transactional
    void raise(UUID signalId, UUID patientId) {
        var patient = currentPatient.of(patientId);
        var admission = episodes.lastAdmissionOf(patient).orElse(null);
        rules.ofNotSafe().forEach(verdict -> raiseAlert.raise(verdict.about(patient, admission, signalId)));
        audit.wrote("NotSafeNow", signalId, patient);
    }
}
