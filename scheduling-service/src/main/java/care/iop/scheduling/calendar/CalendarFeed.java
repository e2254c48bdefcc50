package care.iop.scheduling.calendar;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A secret address of a calendar. It can be changed, so that the old one leads nowhere, and revoked for good. */
@Entity
@Table(name = "calendar_feed")
class CalendarFeed {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    private String organizationId;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private FeedSubject subject;

    private UUID subjectId;
    private byte[] secretHash;
    private boolean details;
    private Instant createdAt;
    private String createdBy;
    private Instant issuedAt;
    private @Nullable Instant revokedAt;

    @SuppressWarnings("NullAway.Init")
    protected CalendarFeed() {}

    @SuppressWarnings("NullAway.Init")
    CalendarFeed(UUID id, CalendarFeedRequest request, SecretAddress address, Instant now, String createdBy) {
        this.id = id;
        this.subject = request.subject();
        this.subjectId = request.subjectId();
        this.details = request.details();
        this.secretHash = address.hash();
        this.createdAt = now;
        this.createdBy = createdBy;
        this.issuedAt = now;
    }

    /** Gives it another address; the one before leads nowhere from now on. */
    void rotate(SecretAddress address, Instant now) {
        if (revokedAt != null) {
            throw new ProblemException(SchedulingProblem.FEED_REVOKED, "Add another feed.");
        }
        this.secretHash = address.hash();
        this.issuedAt = now;
    }

    /** Whether this is its address now, neither changed nor revoked. */
    boolean isAt(SecretAddress address) {
        return revokedAt == null && MessageDigest.isEqual(secretHash, address.hash());
    }

    /** Ends it; doing it twice does no harm. */
    void revoke(Instant now) {
        if (revokedAt == null) {
            this.revokedAt = now;
        }
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    FeedSubject subject() {
        return subject;
    }

    UUID subjectId() {
        return subjectId;
    }

    boolean details() {
        return details;
    }

    CalendarFeedView view(@Nullable URI address) {
        return new CalendarFeedView(
                id, subject, subjectId, details, createdAt, createdBy, issuedAt, revokedAt, address);
    }
}
