package care.iop.intake.benefits;

import care.iop.chassis.caller.OfOrganization;
import care.iop.intake.person.MemberNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An insurance policy as somebody else told us of it. Nobody has asked the payer yet. */
@Entity
@Immutable
@Table(name = "insurance_policy")
public class InsurancePolicy {

    /**
     * What the sender knows of the policy.
     *
     * @param payer the payer's name, at most 200 characters
     * @param plan the kind of plan, at most 200 characters
     * @param endsOn the last day of cover, included
     */
    public record Terms(
            String payer,
            @Nullable String plan,
            @Nullable MemberNumber memberNumber,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private UUID patientId;

    private UUID referralId;

    private String payer;

    private @Nullable String plan;

    private @Nullable MemberNumber memberNumber;

    private @Nullable LocalDate startsOn;

    private @Nullable LocalDate endsOn;

    @SuppressWarnings("UnusedVariable") // the repository searches by it
    private String sourceKey;

    private Instant receivedAt;

    @SuppressWarnings("NullAway.Init")
    protected InsurancePolicy() {}

    /**
     * A policy that arrived with a referral.
     *
     * @param sourceKey recognizes the same policy of the same patient when it comes again
     */
    public InsurancePolicy(
            UUID id, UUID patientId, UUID referralId, Terms terms, String sourceKey, Instant receivedAt) {
        this.id = id;
        this.patientId = patientId;
        this.referralId = referralId;
        this.payer = terms.payer();
        this.plan = terms.plan();
        this.memberNumber = terms.memberNumber();
        this.startsOn = terms.startsOn();
        this.endsOn = terms.endsOn();
        this.sourceKey = sourceKey;
        this.receivedAt = receivedAt;
    }

    UUID id() {
        return id;
    }

    UUID patientId() {
        return patientId;
    }

    InsurancePolicyFacts facts() {
        return new InsurancePolicyFacts(
                id, patientId, new Terms(payer, plan, memberNumber, startsOn, endsOn), receivedAt);
    }

    InsurancePolicyView view() {
        return new InsurancePolicyView(
                id, referralId, patientId, payer, plan, memberNumber, startsOn, endsOn, receivedAt);
    }
}
