package care.iop.progress.assessment;

import care.iop.chassis.caller.OfOrganization;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A person's newest total, which the caseload shows. Written only by {@link LatestScores}. */
@Entity
@Immutable
class LatestScore {

    @Id
    private UUID patientId;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    @Column
    private UUID assessmentId;

    @Column
    private String instrument;

    @Column
    private int total;

    @Column
    private String band;

    @Column
    private Instant takenAt;

    @SuppressWarnings("NullAway.Init")
    protected LatestScore() {}
}
