package care.iop.scheduling.enrollment;

import care.iop.chassis.caller.OfOrganization;
import care.iop.scheduling.program.Track;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A client's move from one track to another: who, when, from, to, why. Null is any track. */
@Entity
@Immutable
class TrackChange {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    private String organizationId;

    private UUID enrollmentId;

    @Enumerated(EnumType.STRING)
    private @Nullable Track fromTrack;

    @Enumerated(EnumType.STRING)
    private @Nullable Track toTrack;

    private String reason;
    private Instant changedAt;
    private String changedBy;

    @SuppressWarnings("NullAway.Init")
    protected TrackChange() {}

    @SuppressWarnings("NullAway.Init")
    TrackChange(
            UUID id,
            UUID enrollmentId,
            @Nullable Track from,
            @Nullable Track to,
            String reason,
            Instant changedAt,
            String changedBy) {
        this.id = id;
        this.enrollmentId = enrollmentId;
        this.fromTrack = from;
        this.toTrack = to;
        this.reason = reason;
        this.changedAt = changedAt;
        this.changedBy = changedBy;
    }

    UUID enrollmentId() {
        return enrollmentId;
    }

    TrackChangeView view() {
        return new TrackChangeView(fromTrack, toTrack, reason, changedAt, changedBy);
    }
}
