package care.iop.progress.plan;

import care.iop.chassis.caller.OfOrganization;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That somebody signed exactly this content. */
@Entity
@Immutable
class PlanSignature {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    @SuppressWarnings("UnusedVariable") // the repository searches by it
    private UUID revisionId;

    @Enumerated(EnumType.STRING)
    private Signer signer;

    private String signedBy;
    private Instant signedAt;

    @Column(name = "content_sha256")
    private String contentSha256;

    @SuppressWarnings("NullAway.Init")
    protected PlanSignature() {}

    PlanSignature(UUID id, PlanRevision revision, Signer signer, String signedBy, Instant signedAt) {
        this.id = id;
        this.revisionId = revision.id();
        this.signer = signer;
        this.signedBy = signedBy;
        this.signedAt = signedAt;
        this.contentSha256 = revision.contentSha256();
    }

    Signer signer() {
        return signer;
    }

    String signedBy() {
        return signedBy;
    }

    Instant signedAt() {
        return signedAt;
    }
}
