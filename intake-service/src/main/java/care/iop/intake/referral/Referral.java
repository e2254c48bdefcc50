package care.iop.intake.referral;

import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import care.iop.intake.level.CriteriaEdition;
import care.iop.intake.level.LevelOfCare;
import care.iop.intake.level.ServedLevels;
import care.iop.intake.person.PrivateText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A request to take one person in, with the rules of what may happen to it next. */
@Entity
@Table(name = "referral")
public class Referral {

    /** A level of care together with the edition that it is meant in. */
    public record PlacedLevel(LevelOfCare levelOfCare, CriteriaEdition criteriaEdition) {}

    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private UUID patientId;

    @Enumerated(EnumType.STRING)
    private ReferralSource source;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    private @Nullable PrivateText reason;

    private @Nullable LocalDate desiredStartOn;

    @Enumerated(EnumType.STRING)
    private ReferralStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable EndReason endReason;

    private @Nullable PrivateText referredTo;

    @Enumerated(EnumType.STRING)
    private @Nullable LevelOfCare levelOfCare;

    @Enumerated(EnumType.STRING)
    private @Nullable CriteriaEdition criteriaEdition;

    private Instant receivedAt;

    private @Nullable Instant acknowledgedAt;

    private Instant statusChangedAt;

    @SuppressWarnings("UnusedVariable") // the repository searches by it
    private @Nullable String sourceKey;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Referral() {}

    private Referral(UUID id, UUID patientId, ReferralRequest request, @Nullable String sourceKey, Instant receivedAt) {
        this.id = id;
        this.patientId = patientId;
        this.source = request.source();
        this.urgency = request.urgency();
        this.reason = request.reason();
        this.desiredStartOn = request.desiredStartOn();
        this.status = ReferralStatus.RECEIVED;
        this.receivedAt = receivedAt;
        this.statusChangedAt = receivedAt;
        this.sourceKey = sourceKey;
    }

    static Referral receive(
            UUID id, UUID patientId, ReferralRequest request, @Nullable String sourceKey, Instant receivedAt) {
        return new Referral(id, patientId, request, sourceKey, receivedAt);
    }

    /** Notes that the sender has had an answer. The first time stands; a closed referral can't be acknowledged any more. */
    void acknowledge(Instant at) {
        if (acknowledgedAt != null) {
            return;
        }
        moveTo(ReferralStatus.ACKNOWLEDGED, "be acknowledged", at);
        acknowledgedAt = at;
    }

    /** Begins the screening. */
    void startScreening(Instant at) {
        moveTo(ReferralStatus.SCREENING, "go to screening", at);
    }

    /**
     * Takes over what a clinician has decided, at any level; a later decision replaces an earlier one until the end, and
     * a person on the waitlist keeps their place.
     */
    public void place(PlacedLevel level, Instant at) {
        switch (status) {
            case PLACED, WAITLISTED -> {}
            case RECEIVED, ACKNOWLEDGED, SCREENING, ADMITTED, REFERRED_ELSEWHERE, WITHDRAWN, LOST ->
                moveTo(ReferralStatus.PLACED, "be placed", at);
        }
        levelOfCare = level.levelOfCare();
        criteriaEdition = level.criteriaEdition();
    }

    /** Puts a person who is placed at a level that the program serves on the waitlist. */
    void waitlist(ServedLevels served, Instant at) {
        refuseUnless(ReferralStatus.WAITLISTED, "go on the waitlist");
        requireServed(served);
        moveTo(ReferralStatus.WAITLISTED, "go on the waitlist", at);
    }

    /** Closes the referral because the person is better served elsewhere. */
    void referElsewhere(EndReason because, @Nullable PrivateText to, Instant at) {
        end(ReferralStatus.REFERRED_ELSEWHERE, "be referred elsewhere", because, at);
        referredTo = to;
    }

    /** Closes the referral because the person or the sender takes it back. */
    void withdraw(EndReason because, Instant at) {
        end(ReferralStatus.WITHDRAWN, "be withdrawn", because, at);
    }

    /** Closes the referral because the person can't be reached any more. */
    void lose(EndReason because, Instant at) {
        end(ReferralStatus.LOST, "be lost", because, at);
    }

    private void end(ReferralStatus end, String wish, EndReason because, Instant at) {
        if (!because.explains(end)) {
            throw ProblemException.invalid("/reason", "must be one of " + EndReason.of(end) + " for this end");
        }
        moveTo(end, wish, at);
        endReason = because;
    }

    /**
     * Closes the referral because the person is admitted.
     *
     * @return the level of care that the clinician's placement opens the episode at
     */
    public PlacedLevel admit(ServedLevels served, Instant at) {
        if (status == ReferralStatus.ADMITTED) {
            throw new ProblemException(IntakeProblem.ALREADY_ADMITTED, status.advice());
        }
        refuseUnless(ReferralStatus.ADMITTED, "be admitted");
        var level = requireServed(served);
        moveTo(ReferralStatus.ADMITTED, "be admitted", at);
        return level;
    }

    private PlacedLevel requireServed(ServedLevels served) {
        if (levelOfCare == null || criteriaEdition == null) {
            throw new IllegalStateException("a referral that is " + status + " has no level of care");
        }
        if (!served.serve(levelOfCare)) {
            throw new ProblemException(
                    IntakeProblem.LEVEL_NOT_SERVED,
                    "The placement is at level " + levelOfCare + ", and the program serves " + served
                            + ". Refer elsewhere with NEEDS_HIGHER_LEVEL or NEEDS_LOWER_LEVEL, or have a clinician record another placement.");
        }
        return new PlacedLevel(levelOfCare, criteriaEdition);
    }

    private void moveTo(ReferralStatus next, String wish, Instant at) {
        refuseUnless(next, wish);
        status = next;
        statusChangedAt = at;
    }

    private void refuseUnless(ReferralStatus next, String wish) {
        if (!status.next().contains(next)) {
            throw notNow(wish);
        }
    }

    private ProblemException notNow(String wish) {
        return new ProblemException(
                IntakeProblem.REFERRAL_MOVE_NOT_ALLOWED,
                "The referral is " + status + " and can't " + wish + ". " + status.advice());
    }

    public UUID id() {
        return id;
    }

    public UUID patientId() {
        return patientId;
    }

    public ReferralStatus status() {
        return status;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** Grows by one with each change. */
    public long version() {
        return version;
    }

    ReferralView view() {
        return new ReferralView(
                id,
                patientId,
                source,
                urgency,
                reason,
                desiredStartOn,
                status,
                endReason,
                referredTo,
                levelOfCare,
                criteriaEdition,
                receivedAt,
                acknowledgedAt,
                statusChangedAt);
    }

    ReferralSummary summary() {
        return new ReferralSummary(
                id, patientId, source, urgency, desiredStartOn, status, receivedAt, acknowledgedAt, statusChangedAt);
    }

    ReferralReceived received() {
        return new ReferralReceived(id, patientId, status, source, urgency, receivedAt);
    }

    ReferralStatusChanged statusChanged() {
        return new ReferralStatusChanged(id, patientId, status, source, urgency, statusChangedAt, endReason);
    }
}
