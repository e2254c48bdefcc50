package care.iop.scheduling.roster;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One search for a program's week: queued, running, then solved, failed or cancelled; a solved one can be published once. Each
 * try of the search has a number, and only the latest try may tell anything: a process that was thought dead is not heard.
 */
@Entity
class RosterRun {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    private String organizationId;

    @Version
    private long version;

    private UUID programId;
    private LocalDate weekStartingOn;
    private long seed;
    private int timeLimitSeconds;

    @Enumerated(EnumType.STRING)
    private RosterRunStatus status;

    /** Until when the process that works on it is known to live; renewed beside Hibernate by {@link RosterLeases}. */
    @Column(name = "lease_until", updatable = false)
    private Instant leaseUntil;

    private Instant requestedAt;
    private String requestedBy;
    private @Nullable Instant startedAt;
    private @Nullable Instant finishedAt;
    private @Nullable Instant publishedAt;
    private @Nullable String publishedBy;
    private @Nullable String failure;

    @Enumerated(EnumType.STRING)
    private RosterScope scope;

    private int attempts;

    /** Written beside Hibernate by {@link RosterLeases}, about once a second. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(insertable = false, updatable = false)
    private @Nullable RosterProgress progress;

    private @Nullable Instant cancelledAt;
    private @Nullable String cancelledBy;
    private @Nullable UUID publicationId;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable RosterOutcome outcome;

    @SuppressWarnings("NullAway.Init")
    protected RosterRun() {}

    @SuppressWarnings("NullAway.Init")
    RosterRun(UUID id, RosterRunRequest request, Instant requestedAt, String requestedBy, Instant leaseUntil) {
        this.id = id;
        this.programId = request.programId();
        this.weekStartingOn = request.weekStartingOn();
        this.seed = request.seed();
        this.timeLimitSeconds = request.timeLimitSeconds();
        this.scope = request.scope();
        this.status = RosterRunStatus.QUEUED;
        this.requestedAt = requestedAt;
        this.requestedBy = requestedBy;
        this.leaseUntil = leaseUntil;
    }

    /** Begins a try, whose number is {@link #attempts()} then; false when it is not waiting any more. */
    boolean start(Instant now) {
        if (status != RosterRunStatus.QUEUED) {
            return false;
        }
        status = RosterRunStatus.RUNNING;
        startedAt = now;
        attempts++;
        return true;
    }

    /** Keeps the result of a try; one that comes after the run was cancelled or taken over is dropped. */
    void solve(int attempt, RosterOutcome outcome, Instant now) {
        if (status == RosterRunStatus.RUNNING && attempt == attempts) {
            this.status = RosterRunStatus.SOLVED;
            this.outcome = outcome;
            this.finishedAt = now;
        }
    }

    /** Takes a draft that needed no search. */
    void draft(RosterOutcome outcome, Instant now) {
        this.status = RosterRunStatus.SOLVED;
        this.scope = RosterScope.REPLAN;
        this.startedAt = now;
        this.finishedAt = now;
        this.outcome = outcome;
    }

    /** Ends without a result. */
    void fail(String failure, Instant now) {
        if (status.isActive()) {
            this.status = RosterRunStatus.FAILED;
            this.failure = failure;
            this.finishedAt = now;
        }
    }

    /** Gives it up, whichever process works on it; that process finds out within a second or so and stops. */
    void cancel(String cancelledBy, Instant now) {
        if (!status.isActive()) {
            throw new ProblemException(
                    SchedulingProblem.ROSTER_RUN_ENDED,
                    "It is " + status + ". Only a run that is QUEUED or RUNNING can be cancelled.");
        }
        this.status = RosterRunStatus.CANCELLED;
        this.cancelledBy = cancelledBy;
        this.cancelledAt = now;
        this.finishedAt = now;
    }

    /** The result, to be published; refused when there is none or when it was published before. */
    RosterOutcome publishable() {
        var result = outcome;
        if (status != RosterRunStatus.SOLVED || result == null) {
            throw new ProblemException(
                    SchedulingProblem.ROSTER_RUN_NOT_SOLVED,
                    "It is " + status + ". "
                            + (status.isActive() ? "Wait until it is SOLVED." : "Ask for a new run of the week."));
        }
        return result;
    }

    /** The result, published or not; refused when there is none. */
    RosterOutcome requireResult() {
        var result = outcome;
        if (result == null) {
            throw new ProblemException(
                    SchedulingProblem.ROSTER_RUN_NOT_SOLVED,
                    "It is " + status + ". "
                            + (status.isActive() ? "Wait until it is SOLVED." : "Ask for a new run of the week."));
        }
        return result;
    }

    /** Notes that the result has become bookings. */
    void publish(UUID publicationId, String publishedBy, Instant now) {
        this.status = RosterRunStatus.PUBLISHED;
        this.publicationId = publicationId;
        this.publishedBy = publishedBy;
        this.publishedAt = now;
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

    LocalDate weekStartingOn() {
        return weekStartingOn;
    }

    long seed() {
        return seed;
    }

    int timeLimitSeconds() {
        return timeLimitSeconds;
    }

    RosterScope scope() {
        return scope;
    }

    /** Tries so far, the present one included. */
    int attempts() {
        return attempts;
    }

    @Nullable
    RosterOutcome outcome() {
        return outcome;
    }

    RosterRunView view() {
        return new RosterRunView(
                id,
                programId,
                weekStartingOn,
                seed,
                timeLimitSeconds,
                scope,
                status,
                attempts,
                requestedAt,
                requestedBy,
                startedAt,
                finishedAt,
                cancelledAt,
                cancelledBy,
                publishedAt,
                publishedBy,
                publicationId,
                failure,
                progress,
                outcome);
    }
}
