package care.iop.intake.referral;

import care.iop.chassis.caller.OfOrganization;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

/** A request to take one person in, with the rules of what may happen to it next. */
@Entity
@Table(name = "referral")
public class Referral {

    /** A level of care together with the edition that it is meant in. */
    public record PlacedLevel(LevelOfCare levelOfCare, CriteriaEdition criteriaEdition) {}

    /** Our own bounds, against slips. */
    private static final Duration MOST_BEFORE_ARRIVAL = Duration.ofDays(365);

    private static final Duration MOST_AHEAD = Duration.ofDays(90);

    @Id
    private UUID id;

    @OfOrganization
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

    private Instant firstContactAt;

    private @Nullable Instant firstOfferedAt;

    private @Nullable Instant firstServiceAt;

    /** Follows scheduling, so it makes no version of the referral: nobody's edit is stale by it, and no merge torn. */
    @OptimisticLock(excluded = true)
    private @Nullable Instant firstSessionAt;

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
        this.firstContactAt = receivedAt;
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

    /** Takes over the times that staff know; they replace what was entered before. */
    void recordAccess(AccessTimesRequest times, Instant now) {
        var contact = times.firstContactAt();
        if (contact.isAfter(receivedAt) || contact.isBefore(receivedAt.minus(MOST_BEFORE_ARRIVAL))) {
            throw ProblemException.invalid(
                    "/firstContactAt", "must lie within the year before the referral arrived at " + receivedAt);
        }
        var offered = times.firstOfferedAt();
        if (offered != null && (offered.isBefore(contact) || offered.isAfter(now.plus(MOST_AHEAD)))) {
            throw ProblemException.invalid(
                    "/firstOfferedAt", "must not lie before the first contact, and at most 90 days ahead");
        }
        var service = times.firstServiceAt();
        if (service != null && (service.isBefore(contact) || service.isAfter(now))) {
            throw ProblemException.invalid(
                    "/firstServiceAt", "must not lie before the first contact, and not in the future");
        }
        firstContactAt = contact;
        firstOfferedAt = offered;
        firstServiceAt = service;
    }

    /** Takes over when the first session of the stay began; null when none was given after all. */
    public void firstSessionBegan(@Nullable Instant at) {
        firstSessionAt = at;
    }

    private AccessTimes access(AccessTargets targets, Instant now) {
        return new AccessTimes(
                firstContactAt,
                firstOfferedAt,
                firstServiceAt,
                firstSessionAt,
                acknowledgeBy(targets),
                firstServiceBy(targets),
                overdue(targets, now));
    }

    /** What is past due; the instant of the target itself is still in time. */
    Set<Overdue> overdue(AccessTargets targets, Instant now) {
        var overdue = EnumSet.noneOf(Overdue.class);
        if (status == ReferralStatus.RECEIVED && now.isAfter(acknowledgeBy(targets))) {
            overdue.add(Overdue.ACKNOWLEDGEMENT);
        }
        boolean expected = !status.isClosed() || status == ReferralStatus.ADMITTED;
        boolean served = firstServiceAt != null || firstSessionAt != null;
        if (expected && !served && now.isAfter(firstServiceBy(targets))) {
            overdue.add(Overdue.FIRST_SERVICE);
        }
        return overdue;
    }

    private Instant acknowledgeBy(AccessTargets targets) {
        var within = targets.acknowledgeWithin();
        return receivedAt.plus(
                switch (urgency) {
                    case ROUTINE -> within.routine();
                    case URGENT -> within.urgent();
                    case EMERGENT -> within.emergent();
                });
    }

    private Instant firstServiceBy(AccessTargets targets) {
        return firstContactAt.plus(targets.firstServiceWithin());
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

    /** The level of care that a clinician placed the person at; empty before that. */
    public Optional<LevelOfCare> placedLevel() {
        return Optional.ofNullable(levelOfCare);
    }

    public ReferralStatus status() {
        return status;
    }

    /** Who asked the program to take the person in. */
    public ReferralSource source() {
        return source;
    }

    /** The arrival of the referral, unless staff entered an earlier contact. */
    public Instant firstContactAt() {
        return firstContactAt;
    }

    /** How soon the sender wants an answer. */
    public Urgency urgency() {
        return urgency;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** Grows by one with each change. */
    public long version() {
        return version;
    }

    /** Where it stands, for who sent it. */
    public ReferralOutcome outcome() {
        return new ReferralOutcome(status, endReason == null ? null : endReason.name(), receivedAt, statusChangedAt);
    }

    ReferralView view(AccessTargets targets, Instant now) {
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
                statusChangedAt,
                access(targets, now));
    }

    ReferralSummary summary(AccessTargets targets, Instant now) {
        return new ReferralSummary(
                id,
                patientId,
                source,
                urgency,
                desiredStartOn,
                status,
                receivedAt,
                acknowledgedAt,
                statusChangedAt,
                access(targets, now));
    }

    ReferralReceived received() {
        return new ReferralReceived(id, patientId, status, source, urgency, receivedAt);
    }

    ReferralStatusChanged statusChanged() {
        return new ReferralStatusChanged(id, patientId, status, source, urgency, statusChangedAt, endReason);
    }
}
