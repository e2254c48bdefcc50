package care.iop.progress.episode;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.Roles;
import care.iop.progress.patient.CurrentPatient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Whose record a caller may open: patients their own, clinicians that of everyone with an episode in their organization.
 * All else reads as absent, so that nobody learns who is in treatment here.
 */
@ApplicationScoped
public class PatientAccess {

    private final Caller caller;
    private final CurrentPatient currentPatient;
    private final Episodes episodes;

    PatientAccess(Caller caller, CurrentPatient currentPatient, Episodes episodes) {
        this.caller = caller;
        this.currentPatient = currentPatient;
        this.episodes = episodes;
    }

    /** Whether the caller is the person, whose token may still name a record that was merged into this one. */
    public boolean isSelf(UUID patientId) {
        return caller.hasRole(Roles.PATIENT)
                && caller.patient()
                        .filter(own ->
                                own.equals(patientId) || currentPatient.of(own).equals(patientId))
                        .isPresent();
    }

    /**
     * Refuses with 404 unless the caller is the person, or a clinician of the organization that treats the person.
     *
     * @return the patient under whom the person's data is kept
     */
    public UUID require(UUID patientId) {
        var current = currentPatient.of(patientId);
        if (!isSelf(current)
                && (!caller.hasRole(Roles.CLINICIAN)
                        || episodes.lastAdmissionOf(current).isEmpty())) {
            throw ProblemException.notFound("patient");
        }
        return current;
    }

    /**
     * Refuses with 404 unless the caller is the person.
     *
     * @return the patient under whom the person's data is kept
     */
    public UUID requireSelf(UUID patientId) {
        var current = currentPatient.of(patientId);
        if (!isSelf(current)) {
            throw ProblemException.notFound("patient");
        }
        return current;
    }
}
