package care.iop.intake.placement;

import care.iop.chassis.caller.OfOrganization;
import care.iop.intake.level.CriteriaEdition;
import care.iop.intake.level.LevelOfCare;
import care.iop.intake.placement.EvaluatePlacement.Evaluation;
import care.iop.intake.referral.Referral;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What the rules answered for a person, with all that is needed to ask them again. It admits nobody and never changes. */
@Entity
@Immutable
@Table(name = "placement_recommendation")
class PlacementRecommendation {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private UUID referralId;

    private UUID patientId;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Enumerated(EnumType.STRING)
    private CriteriaEdition criteriaEdition;

    @Enumerated(EnumType.STRING)
    private @Nullable LevelOfCare recommendedLevel;

    private String ruleSetVersion;

    private String facts;

    private String factsHash;

    private String advice;

    private String requestedBy;

    private Instant recommendedAt;

    @SuppressWarnings("NullAway.Init")
    protected PlacementRecommendation() {}

    PlacementRecommendation(
            UUID id, Referral referral, Evaluation evaluation, String requestedBy, Instant recommendedAt) {
        var asked = evaluation.facts().facts();
        this.id = id;
        this.referralId = referral.id();
        this.patientId = referral.patientId();
        this.purpose = asked.purposeOrAdmission();
        this.criteriaEdition = asked.criteriaEdition();
        this.recommendedLevel = evaluation.advice().recommendedLevel();
        this.ruleSetVersion = evaluation.advice().ruleSetVersion();
        this.facts = evaluation.facts().json();
        this.factsHash = evaluation.facts().hash();
        this.advice = CanonicalFacts.write(evaluation.advice());
        this.requestedBy = requestedBy;
        this.recommendedAt = recommendedAt;
    }

    UUID id() {
        return id;
    }

    UUID referralId() {
        return referralId;
    }

    UUID patientId() {
        return patientId;
    }

    Purpose purpose() {
        return purpose;
    }

    /** Whether a clinician who decides for this level follows the recommendation. */
    boolean recommends(LevelOfCare level, CriteriaEdition edition) {
        return level == recommendedLevel && edition == criteriaEdition;
    }

    PlacementAdvice advice() {
        return CanonicalFacts.read(advice, PlacementAdvice.class);
    }

    /** Asks the rules of then about the facts of then. */
    RerunView rerun(EvaluatePlacement evaluate) {
        var kept = new CanonicalFacts(facts);
        var again = evaluate.again(kept, ruleSetVersion);
        return new RerunView(
                id,
                ruleSetVersion,
                factsHash,
                kept.hash().equals(factsHash),
                CanonicalFacts.write(again).equals(advice),
                again);
    }

    PlacementRecommendationList.Item summary() {
        return new PlacementRecommendationList.Item(
                id, referralId, purpose, advice().decision(), recommendedLevel, ruleSetVersion, recommendedAt);
    }

    PlacementRecommendationView view(List<Placement> decisions) {
        return new PlacementRecommendationView(
                id,
                referralId,
                patientId,
                purpose,
                advice(),
                new CanonicalFacts(facts).facts(),
                decisions.isEmpty() ? null : decisions.get(decisions.size() - 1).decision(),
                requestedBy,
                recommendedAt);
    }
}
