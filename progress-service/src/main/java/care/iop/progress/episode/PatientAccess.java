package care.iop.progress.episode;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Whose record a caller may open: patients their own, clinicians that of everyone with an episode in their organization.
 * All else reads as absent, so that nobody learns who is in treatment here.
 */
@ApplicationScoped
public class PatientAccess {

    private final Caller caller;
    private final Episodes episodes;

    PatientAccess(Caller caller, Episodes episodes) {
        this.caller = caller;
        this.episodes = episodes;
    }

    /** Whether the caller is the person. */
    public boolean isSelf(UUID patientId) {
        return caller.hasRole(Roles.PATIENT)
                && caller.patient().filter(patientId::equals).isPresent();
    }

    /** Refuses with 404 unless the caller is the person, or a clinician of the organization that treats the person. */
    public void require(UUID patientId) {
        if (isSelf(patientId)) {
            return;
        }
        if (!caller.hasRole(Roles.CLINICIAN)
                || episodes.lastAdmissionOf(patientId).isEmpty()) {
            throw ProblemException.notFound("patient");
        }
    }

    /** Refuses with 404 unless the caller is the person. */
    public void requireSelf(UUID patientId) {
        if (!isSelf(patientId)) {
            throw ProblemException.notFound("patient");
        }
    }
}
