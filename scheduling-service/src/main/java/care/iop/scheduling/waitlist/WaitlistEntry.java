package care.iop.scheduling.waitlist;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.enrollment.Enrollment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One client who waits for a seat in meetings of one series, all of them together. */
@Entity
class WaitlistEntry {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    private String organizationId;

    @Version
    private long version;

    private UUID programId;
    private UUID seriesId;
    private UUID enrollmentId;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<LocalDate> days;

    private LocalDate firstOn;
    private Instant joinedAt;
    private String joinedBy;

    @Enumerated(EnumType.STRING)
    private WaitlistStatus status;

    private @Nullable Instant offeredAt;
    private @Nullable Instant offerUntil;
    private @Nullable Instant endedAt;
    private @Nullable String passedOver;
    private Instant lookAt;

    @SuppressWarnings("NullAway.Init")
    protected WaitlistEntry() {}

    @SuppressWarnings("NullAway.Init")
    WaitlistEntry(UUID id, Enrollment client, UUID seriesId, Collection<LocalDate> days, String joinedBy, Instant now) {
        this.id = id;
        this.programId = client.programId();
        this.seriesId = seriesId;
        this.enrollmentId = client.id();
        this.days = days.stream().sorted().distinct().toList();
        this.firstOn = this.days.get(0);
        this.joinedAt = now;
        this.joinedBy = joinedBy;
        this.status = WaitlistStatus.WAITING;
        this.lookAt = now;
    }

    /** Is offered the seats, which are kept until then. */
    void offer(Instant until, Instant now) {
        requireIn(WaitlistStatus.WAITING);
        status = WaitlistStatus.OFFERED;
        offeredAt = now;
        offerUntil = until;
        passedOver = null;
    }

    /** Could not be offered what is free, for this reason; is looked at again then. */
    void passOver(String reason, Instant lookAt) {
        this.passedOver = reason;
        this.lookAt = lookAt;
    }

    /** Takes the offer. */
    void accept(Instant now) {
        var until = offerUntil;
        requireIn(WaitlistStatus.OFFERED);
        if (until == null || !now.isBefore(until)) {
            throw new ProblemException(
                    SchedulingProblem.WAITLIST_OFFER_ENDED,
                    "The offer ended at " + until + ". Join again to be offered the next seat.");
        }
        end(WaitlistStatus.ACCEPTED, now);
    }

    /** Does not want what is offered. */
    void decline(Instant now) {
        requireIn(WaitlistStatus.OFFERED);
        end(WaitlistStatus.DECLINED, now);
    }

    /** Did not answer. */
    void expire(Instant now) {
        end(WaitlistStatus.EXPIRED, now);
    }

    /** Does not wait any more. */
    void leave(Instant now) {
        if (!status.isOpen()) {
            throw new ProblemException(
                    SchedulingProblem.WAITLIST_ENTRY_ENDED,
                    "It is " + status + " since " + endedAt + ". Nothing is left to do.");
        }
        end(WaitlistStatus.LEFT, now);
    }

    private void requireIn(WaitlistStatus wanted) {
        if (status != wanted) {
            throw new ProblemException(
                    status.isOpen() ? SchedulingProblem.WAITLIST_NOT_OFFERED : SchedulingProblem.WAITLIST_ENTRY_ENDED,
                    "It is " + status + ". " + (status.isOpen() ? "Wait until a seat is offered." : "Join again."));
        }
    }

    private void end(WaitlistStatus how, Instant now) {
        this.status = how;
        this.endedAt = now;
    }

    boolean isOverdue(Instant now) {
        return status == WaitlistStatus.OFFERED && offerUntil != null && !now.isBefore(offerUntil);
    }

    /** When an offer that is made now ends: after so long, but before the first meeting. */
    static Instant offerEnd(Instant now, Duration offerFor, Instant firstStart, Duration lead) {
        var end = now.plus(offerFor);
        var latest = firstStart.minus(lead);
        return end.isBefore(latest) ? end : latest;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID programId() {
        return programId;
    }

    UUID seriesId() {
        return seriesId;
    }

    UUID enrollmentId() {
        return enrollmentId;
    }

    /** The days of the meetings, in order. */
    List<LocalDate> days() {
        return List.copyOf(days);
    }

    LocalDate firstOn() {
        return firstOn;
    }

    Instant joinedAt() {
        return joinedAt;
    }

    String joinedBy() {
        return joinedBy;
    }

    WaitlistStatus status() {
        return status;
    }

    Instant lookAt() {
        return lookAt;
    }

    @Nullable
    Instant offeredAt() {
        return offeredAt;
    }

    @Nullable
    Instant offerUntil() {
        return offerUntil;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    @Nullable
    String passedOver() {
        return passedOver;
    }
}
