package care.iop.progress.plan;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.ProgressProblem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The plan of one admission, whose identifier it has: which revision is in force, and when it is to be looked at again. */
@Entity
class TreatmentPlan {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    @Version
    private long version;

    private int revisions;
    private @Nullable Integer inForce;
    private @Nullable LocalDate reviewDueOn;
    private @Nullable LocalDate endedOn;

    @SuppressWarnings("NullAway.Init")
    protected TreatmentPlan() {}

    /** The number of a new revision. Refused with 409 after the discharge. */
    int nextNumber() {
        if (endedOn != null) {
            throw new ProblemException(
                    ProgressProblem.PLAN_ENDED,
                    "The person was discharged on " + endedOn
                            + ". Whoever comes back is admitted anew and gets a plan of their own.");
        }
        return ++revisions;
    }

    /** A revision that both have signed takes effect, to be looked at again by this day. */
    void bringIntoForce(int number, LocalDate reviewDueOn) {
        this.inForce = number;
        this.reviewDueOn = reviewDueOn;
    }

    /** It was looked at again. Refused with 409 when nothing is in force. */
    void reviewed(LocalDate nextDueOn) {
        requireInForce();
        this.reviewDueOn = nextDueOn;
    }

    /** Ends with the stay. */
    void end(LocalDate day) {
        this.inForce = null;
        this.reviewDueOn = null;
        this.endedOn = day;
    }

    /** The number of the revision in force; refused with 409 when there is none. */
    int requireInForce() {
        if (inForce == null) {
            throw new ProblemException(
                    ProgressProblem.NO_PLAN_IN_FORCE, "Draft one, and have it signed by the clinician and the client.");
        }
        return inForce;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    Optional<Integer> inForce() {
        return Optional.ofNullable(inForce);
    }

    @Nullable
    LocalDate reviewDueOn() {
        return reviewDueOn;
    }

    @Nullable
    LocalDate endedOn() {
        return endedOn;
    }
}
