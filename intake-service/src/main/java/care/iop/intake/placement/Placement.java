package care.iop.intake.placement;

import care.iop.chassis.caller.OfOrganization;
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
import org.jspecify.annotations.Nullable;

/** One decision of one clinician about one referral. It is never changed: a later decision stands beside it. */
@Entity
@Immutable
@Table(name = "placement")
class Placement {

    @Id
    private UUID id;

    @OfOrganization
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

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    private @Nullable UUID recommendationId;

    private @Nullable PrivateText overrideReason;

    private String decidedBy;

    private Instant decidedAt;

    @SuppressWarnings("NullAway.Init")
    protected Placement() {}

    /** A decision for a purpose, as its author and the time of it are known from the request itself. */
    Placement(
            UUID id,
            UUID referralId,
            UUID patientId,
            Purpose purpose,
            PlacementRequest decision,
            String decidedBy,
            Instant decidedAt) {
        this.id = id;
        this.referralId = referralId;
        this.patientId = patientId;
        this.levelOfCare = decision.levelOfCare();
        this.criteriaEdition = decision.criteriaEdition();
        this.rationale = decision.rationale();
        this.purpose = purpose;
        this.recommendationId = decision.recommendationId();
        this.overrideReason = decision.overrideReason();
        this.decidedBy = decidedBy;
        this.decidedAt = decidedAt;
    }

    UUID id() {
        return id;
    }

    UUID patientId() {
        return patientId;
    }

    /** Whether the decision answers a recommendation. */
    boolean answersRecommendation() {
        return recommendationId != null;
    }

    /** Whether it is for another level than recommended. */
    boolean overrides() {
        return overrideReason != null;
    }

    PlacementRecommendationView.ClinicianDecision decision() {
        return new PlacementRecommendationView.ClinicianDecision(
                id, levelOfCare, criteriaEdition, !overrides(), overrideReason, decidedBy, decidedAt);
    }

    PlacementView view() {
        return new PlacementView(
                id,
                referralId,
                patientId,
                levelOfCare,
                criteriaEdition,
                rationale,
                purpose,
                recommendationId,
                overrideReason,
                decidedBy,
                decidedAt,
                PlacementView.DISCLAIMER);
    }
}
