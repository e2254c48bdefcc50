package care.iop.intake.authorization;

import care.iop.chassis.caller.OfOrganization;
import care.iop.intake.person.PrivateText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One thing that happened to an authorization, with how it stood afterwards. It never changes. */
@Entity
@Immutable
@Table(name = "authorization_step")
class AuthorizationStep {

    /** What happened. */
    @Schema(name = "AuthorizationStepKind")
    enum Kind {
        REQUESTED,
        APPROVED,
        PARTIALLY_APPROVED,
        DENIED,
        REVISED,
        /** A concurrent review added units or days. */
        EXTENDED,
        /** A concurrent review added nothing. */
        EXTENSION_DENIED,
        CLOSED
    }

    /**
     * What was said, and by whom.
     *
     * @param reason a code, where the step has one
     * @param reference by which the payer finds the conversation again
     */
    record Said(
            Kind kind,
            LocalDate decidedOn,
            @Nullable String reason,
            @Nullable String reference,
            @Nullable PrivateText note) {}

    /** Who recorded it, and when. */
    record Recorded(UUID id, String by, Instant at) {}

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "authorization_id", updatable = false)
    @SuppressWarnings("UnusedVariable") // the owning side of the authorization's list
    private Authorization authorization;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private LocalDate decidedOn;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<AuthorizedService> services;

    private LocalDate validFrom;

    private LocalDate validTo;

    private @Nullable LocalDate concurrentReviewDueOn;

    private @Nullable String reason;

    private @Nullable String reference;

    private @Nullable PrivateText note;

    private String recordedBy;

    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected AuthorizationStep() {}

    @SuppressWarnings("NullAway.Init")
    AuthorizationStep(Authorization authorization, Said said, Authorization.Terms after, Recorded recorded) {
        this.id = recorded.id();
        this.authorization = authorization;
        this.kind = said.kind();
        this.decidedOn = said.decidedOn();
        this.services = after.services();
        this.validFrom = after.validFrom();
        this.validTo = after.validTo();
        this.concurrentReviewDueOn = after.concurrentReviewDueOn();
        this.reason = said.reason();
        this.reference = said.reference();
        this.note = said.note();
        this.recordedBy = recorded.by();
        this.recordedAt = recorded.at();
    }

    AuthorizationView.Step view() {
        return new AuthorizationView.Step(
                kind,
                decidedOn,
                services.stream().map(AuthorizationView.Service::of).toList(),
                validFrom,
                validTo,
                concurrentReviewDueOn,
                reason,
                reference,
                note,
                recordedBy,
                recordedAt);
    }
}
