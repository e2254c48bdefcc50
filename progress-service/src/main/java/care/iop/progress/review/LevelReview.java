package care.iop.progress.review;

import care.iop.chassis.caller.OfOrganization;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A review of the level of care that was recommended, with all findings as they were then. */
@Entity
@Immutable
class LevelReview {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private UUID admissionId;

    @Enumerated(EnumType.STRING)
    private Suggestion suggestion;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> reasons;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Finding> findings;

    private @Nullable String requestedBy;
    private Instant recommendedAt;

    @SuppressWarnings("NullAway.Init")
    protected LevelReview() {}

    LevelReview(
            UUID id,
            UUID admissionId,
            Suggestion suggestion,
            List<String> reasons,
            List<Finding> findings,
            @Nullable String requestedBy,
            Instant recommendedAt) {
        this.id = id;
        this.admissionId = admissionId;
        this.suggestion = suggestion;
        this.reasons = reasons;
        this.findings = findings;
        this.requestedBy = requestedBy;
        this.recommendedAt = recommendedAt;
    }

    UUID id() {
        return id;
    }

    UUID admissionId() {
        return admissionId;
    }

    Suggestion suggestion() {
        return suggestion;
    }

    /** Codes of what made it be recommended, 1 to 20. */
    List<String> reasons() {
        return List.copyOf(reasons);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Who asked for it; null when the service looked by itself. */
    @Nullable
    String requestedBy() {
        return requestedBy;
    }

    Instant recommendedAt() {
        return recommendedAt;
    }
}
