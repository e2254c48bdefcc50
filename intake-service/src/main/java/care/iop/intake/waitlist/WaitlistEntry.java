package care.iop.intake.waitlist;

import care.iop.chassis.caller.OfOrganization;
import care.iop.intake.referral.Referral;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A referral on the waitlist; it counts as long as the referral is WAITLISTED. */
@Entity
@Table(name = "waitlist_entry")
class WaitlistEntry {

    @Id
    private UUID referralId;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private UUID patientId;

    private boolean pregnant;

    private boolean injecting;

    private Instant listedAt;

    @SuppressWarnings("NullAway.Init")
    protected WaitlistEntry() {}

    WaitlistEntry(Referral referral, WaitlistRequest request, Instant listedAt) {
        this.referralId = referral.id();
        this.patientId = referral.patientId();
        this.pregnant = request.pregnant();
        this.injecting = request.injecting();
        this.listedAt = listedAt;
    }

    UUID referralId() {
        return referralId;
    }

    UUID patientId() {
        return patientId;
    }

    Instant listedAt() {
        return listedAt;
    }

    PriorityGroup group() {
        return PriorityGroup.of(pregnant, injecting);
    }
}
