package care.iop.intake.authorization;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import care.iop.intake.authorization.AuthorizationStep.Kind;
import care.iop.intake.authorization.AuthorizationStep.Recorded;
import care.iop.intake.authorization.AuthorizationStep.Said;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What one payer allows of one person's treatment. The forecast is kept beside it for lists and for telling once; it is no
 * part of its version.
 */
@Entity
@Table(name = "service_authorization")
class Authorization {

    /**
     * What the payer is asked for, or has allowed.
     *
     * @param concurrentReviewDueOn when the payer wants to hear how treatment goes; absent when it named no day
     */
    record Terms(
            List<AuthorizedService> services,
            LocalDate validFrom,
            LocalDate validTo,
            @Nullable LocalDate plannedEndOn,
            @Nullable LocalDate concurrentReviewDueOn) {

        Terms {
            services = List.copyOf(services);
        }
    }

    /** Who pays. */
    record OfPayer(
            String name,
            @Nullable String electronicId,
            @Nullable UUID insurancePolicyId) {}

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private UUID patientId;

    private @Nullable UUID admissionId;

    private @Nullable UUID insurancePolicyId;

    private String payerName;

    private @Nullable String payerElectronicId;

    private @Nullable String number;

    @Enumerated(EnumType.STRING)
    private AuthorizationStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<AuthorizedService> services;

    private LocalDate requestedOn;

    private LocalDate validFrom;

    private LocalDate validTo;

    private @Nullable LocalDate plannedEndOn;

    private @Nullable LocalDate concurrentReviewDueOn;

    @Enumerated(EnumType.STRING)
    private @Nullable DenialReason denialReason;

    private @Nullable LocalDate closedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable ClosureReason closureReason;

    private String policyVersion;

    private String recordedBy;

    private Instant recordedAt;

    @OneToMany(mappedBy = "authorization", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    @Fetch(FetchMode.SUBSELECT)
    @OptimisticLock(excluded = true)
    private List<AuthorizationStep> steps = new ArrayList<>();

    /** Written with each step, so that a denied extension is a new version too. */
    @SuppressWarnings("UnusedVariable") // for the version
    private Instant changedAt;

    @OptimisticLock(excluded = true)
    private @Nullable LocalDate forecastAsOf;

    @OptimisticLock(excluded = true)
    private @Nullable LocalDate exhaustsOn;

    @OptimisticLock(excluded = true)
    private @Nullable LocalDate firstUncoveredOn;

    @OptimisticLock(excluded = true)
    private @Nullable LocalDate reviewDueOn;

    @OptimisticLock(excluded = true)
    private long toldVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    @OptimisticLock(excluded = true)
    private @Nullable AuthorizationState told;

    @OptimisticLock(excluded = true)
    private @Nullable LocalDate toldUncoveredOn;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Authorization() {}

    /** A request to a payer. */
    @SuppressWarnings("NullAway.Init")
    Authorization(
            UUID id,
            UUID patientId,
            @Nullable UUID admissionId,
            OfPayer payer,
            LocalDate requestedOn,
            Terms asked,
            String policyVersion,
            Recorded recorded) {
        this.id = id;
        this.patientId = patientId;
        this.admissionId = admissionId;
        this.insurancePolicyId = payer.insurancePolicyId();
        this.payerName = payer.name();
        this.payerElectronicId = payer.electronicId();
        this.status = AuthorizationStatus.REQUESTED;
        this.requestedOn = requestedOn;
        this.policyVersion = policyVersion;
        this.recordedBy = recorded.by();
        this.recordedAt = recorded.at();
        take(asked, new Said(Kind.REQUESTED, requestedOn, null, null, null), recorded);
    }

    /** Takes the payer's approval of all or of a part. */
    void approve(boolean partly, String authorizationNumber, Terms allowed, Said said, Recorded recorded) {
        requireStatus("be approved", AuthorizationStatus.REQUESTED);
        status = partly ? AuthorizationStatus.PARTIALLY_APPROVED : AuthorizationStatus.APPROVED;
        number = authorizationNumber;
        take(allowed, said, recorded);
    }

    /** Takes the payer's no. */
    void deny(DenialReason reason, Said said, Recorded recorded) {
        requireStatus("be denied", AuthorizationStatus.REQUESTED);
        status = AuthorizationStatus.DENIED;
        denialReason = reason;
        take(terms(), said, recorded);
    }

    /** Takes what a concurrent review added. */
    void extend(@Nullable String newNumber, Terms allowed, Said said, Recorded recorded) {
        requireInForce("be extended");
        status = AuthorizationStatus.EXTENDED;
        number = newNumber == null ? number : newNumber;
        take(allowed, said, recorded);
    }

    /** Notes that a concurrent review added nothing. What was approved before stays; the review is done. */
    void denyExtension(Terms same, Said said, Recorded recorded) {
        requireInForce("be reviewed");
        take(same, said, recorded);
    }

    /** Takes what the record should have said. */
    void revise(@Nullable String correctNumber, Terms correct, Said said, Recorded recorded) {
        if (status != AuthorizationStatus.REQUESTED) {
            requireInForce("be revised");
        }
        number = correctNumber == null ? number : correctNumber;
        take(correct, said, recorded);
    }

    /** Ends that the program relies on it. */
    void close(LocalDate on, ClosureReason reason, Said said, Recorded recorded) {
        if (status != AuthorizationStatus.REQUESTED) {
            requireInForce("be closed");
        }
        status = AuthorizationStatus.CLOSED;
        closedOn = on;
        closureReason = reason;
        exhaustsOn = null;
        firstUncoveredOn = null;
        reviewDueOn = null;
        take(terms(), said, recorded);
    }

    /** Belongs to a stay from now on, whose bookings burn it down. */
    void belongTo(UUID admission, Instant at) {
        if (admissionId == null) {
            admissionId = admission;
            changedAt = at;
        }
    }

    private void take(Terms terms, Said said, Recorded recorded) {
        services = terms.services();
        validFrom = terms.validFrom();
        validTo = terms.validTo();
        plannedEndOn = terms.plannedEndOn();
        concurrentReviewDueOn = terms.concurrentReviewDueOn();
        changedAt = recorded.at();
        steps.add(new AuthorizationStep(this, said, terms, recorded));
    }

    private void requireStatus(String wish, AuthorizationStatus needed) {
        if (status != needed) {
            throw notNow(wish);
        }
    }

    private void requireInForce(String wish) {
        if (!status.isInForce()) {
            throw notNow(wish);
        }
    }

    private ProblemException notNow(String wish) {
        var advice =
                switch (status) {
                    case REQUESTED -> "Record the payer's decision first.";
                    case APPROVED, PARTIALLY_APPROVED, EXTENDED ->
                        "The payer has decided: record a concurrent review as extension, or revise what was recorded.";
                    case DENIED -> "The payer said no. Whatever is asked again is a new request.";
                    case CLOSED -> "It is closed. Whatever the payer allows now is a new authorization.";
                };
        return new ProblemException(
                IntakeProblem.AUTHORIZATION_MOVE_NOT_ALLOWED,
                "The authorization is " + status + " and can't " + wish + ". " + advice);
    }

    /** Keeps a forecast, and says which events it makes. */
    List<Told> foresee(BurnDown forecast) {
        forecastAsOf = forecast.asOf();
        exhaustsOn = forecast.exhaustsOn();
        firstUncoveredOn = forecast.firstUncoveredOn();
        reviewDueOn = forecast.reviewDueOn();
        var events = new ArrayList<Told>();
        if (admissionId != null) {
            var state = AuthorizationState.of(id, admissionId, patientId, status, terms(), forecast);
            if (!state.equals(told)) {
                events.add(new Told(
                        told == null ? AuthorizationState.APPROVED : AuthorizationState.CHANGED, ++toldVersion, state));
                told = state;
            }
            if (!Objects.equals(firstUncoveredOn, toldUncoveredOn)) {
                toldUncoveredOn = firstUncoveredOn;
                if (firstUncoveredOn != null) {
                    events.add(new Told(
                            AuthorizationRunningOut.TYPE,
                            ++toldVersion,
                            AuthorizationRunningOut.of(id, admissionId, patientId, forecast)));
                }
            }
        }
        return events;
    }

    /** The event of a closure, if anything was told before. */
    Optional<Told> ended() {
        return told == null || admissionId == null || closedOn == null || closureReason == null
                ? Optional.empty()
                : Optional.of(new Told(
                        AuthorizationEnded.TYPE,
                        ++toldVersion,
                        new AuthorizationEnded(id, admissionId, patientId, closedOn, closureReason)));
    }

    /** An event to be told, with its version. */
    record Told(String type, long version, Object data) {}

    UUID id() {
        return id;
    }

    UUID patientId() {
        return patientId;
    }

    Optional<UUID> admissionId() {
        return Optional.ofNullable(admissionId);
    }

    AuthorizationStatus status() {
        return status;
    }

    boolean isInForce() {
        return status.isInForce();
    }

    long version() {
        return version;
    }

    Optional<LocalDate> closedOn() {
        return Optional.ofNullable(closedOn);
    }

    LocalDate requestedOn() {
        return requestedOn;
    }

    Terms terms() {
        return new Terms(services, validFrom, validTo, plannedEndOn, concurrentReviewDueOn);
    }

    /** Whether both are of one payer, by its electronic identifier if both have one, else by its name. */
    boolean isOfSamePayer(Authorization other) {
        if (payerElectronicId == null || other.payerElectronicId == null) {
            return payerName.equalsIgnoreCase(other.payerName);
        }
        return payerElectronicId.equals(other.payerElectronicId);
    }

    boolean sharesServiceWith(Authorization other) {
        return services.stream().anyMatch(mine -> other.services.stream()
                .anyMatch(theirs -> theirs.code().equals(mine.code())));
    }

    boolean overlaps(Authorization other) {
        return !validFrom.isAfter(other.validTo) && !other.validFrom.isAfter(validTo);
    }

    AuthorizationView view(String policy) {
        return new AuthorizationView(
                id,
                patientId,
                admissionId,
                new AuthorizationPayer(payerName, payerElectronicId),
                insurancePolicyId,
                number,
                status,
                services.stream().map(AuthorizationView.Service::of).toList(),
                requestedOn,
                validFrom,
                validTo,
                plannedEndOn,
                concurrentReviewDueOn,
                denialReason,
                closedOn,
                closureReason,
                steps.stream().map(AuthorizationStep::view).toList(),
                recordedBy,
                recordedAt,
                policyVersion,
                policy);
    }

    DueAuthorizationView due(LocalDate on) {
        var why = new ArrayList<DueAuthorizationView.Why>();
        if (reviewDueOn != null && !reviewDueOn.isAfter(on)) {
            why.add(DueAuthorizationView.Why.REVIEW_DUE);
        }
        if (firstUncoveredOn != null) {
            why.add(DueAuthorizationView.Why.RUNS_OUT);
        }
        return new DueAuthorizationView(
                id,
                patientId,
                admissionId,
                payerName,
                number,
                status,
                validTo,
                why,
                reviewDueOn,
                exhaustsOn,
                firstUncoveredOn,
                forecastAsOf);
    }
}
