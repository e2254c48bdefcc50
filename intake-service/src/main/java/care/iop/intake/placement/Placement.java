package care.iop.intake.placement;

import care.iop.intake.level.CriteriaEdition;
import care.iop.intake.level.LevelOfCare;
import care.iop.intake.person.PrivateText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** One decision of one clinician about one referral. It is never changed: a later decision stands beside it. */
@Entity
@Immutable
@Table(name = "placement")
class Placement {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private UUID referralId;

    private UUID patientId;

    @Enumerated(EnumType.STRING)
    private LevelOfCare levelOfCare;

    @Enumerated(EnumType.STRING)
    private CriteriaEdition criteriaEdition;

    private PrivateText rationale;

    private String decidedBy;

    private Instant decidedAt;

    @SuppressWarnings("NullAway.Init")
    protected Placement() {}

    /** A decision, as its author and the time of it are known from the request itself. */
    Placement(
            UUID id, UUID referralId, UUID patientId, PlacementRequest decision, String decidedBy, Instant decidedAt) {
        this.id = id;
        this.referralId = referralId;
        this.patientId = patientId;
        this.levelOfCare = decision.levelOfCare();
        this.criteriaEdition = decision.criteriaEdition();
        this.rationale = decision.rationale();
        this.decidedBy = decidedBy;
        this.decidedAt = decidedAt;
    }

    UUID id() {
        return id;
    }

    UUID patientId() {
        return patientId;
    }

    PlacementView view() {
        return new PlacementView(
                id,
                referralId,
                patientId,
                levelOfCare,
                criteriaEdition,
                rationale,
                decidedBy,
                decidedAt,
                PlacementView.DISCLAIMER);
    }
}
