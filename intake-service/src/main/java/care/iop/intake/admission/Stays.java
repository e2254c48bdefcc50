package care.iop.intake.admission;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stays of the caller's organization, for other features. */
@ApplicationScoped
public class Stays {

    private final Admissions admissions;

    Stays(Admissions admissions) {
        this.admissions = admissions;
    }

    /** The stay with this admission's identifier. */
    public Optional<Stay> find(UUID admissionId) {
        return admissions.findByIdOptional(admissionId).map(Admission::stay);
    }

    /** The stay of a person that has not ended. */
    public Optional<Stay> openOf(UUID patientId) {
        return admissions.of(patientId).stream()
                .filter(admission -> admission.dischargedOn().isEmpty())
                .findFirst()
                .map(Admission::stay);
    }

    /** What those outside may be told of a stay. */
    public Optional<EpisodeFacts> episode(UUID admissionId) {
        return admissions.findByIdOptional(admissionId).map(Admission::episode);
    }

    /** A person's stays, the earliest first. */
    public List<EpisodeFacts> episodesOf(UUID patientId) {
        return admissions.of(patientId).stream().map(Admission::episode).toList();
    }
}
