package care.iop.intake.placement;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import care.iop.intake.person.PrivateText;
import care.iop.intake.placement.PlacementAdvice.RequiredAction;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that has to be done for a person until a time, because a placement rule asks for it. Only people complete it. */
@Entity
@Table(name = "placement_action")
class PlacementAction {

    /** How an action stands. */
    enum Status {
        OPEN,
        OVERDUE,
        DONE
    }

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private UUID recommendationId;

    private UUID referralId;

    private UUID patientId;

    @Enumerated(EnumType.STRING)
    private ActionCode code;

    @SuppressWarnings("UnusedVariable") // the repository searches by it
    private boolean safety;

    private Instant dueAt;

    private @Nullable Instant completedAt;

    private @Nullable String completedBy;

    private @Nullable PrivateText note;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected PlacementAction() {}

    PlacementAction(UUID id, PlacementRecommendation recommendation, RequiredAction required) {
        this.id = id;
        this.recommendationId = recommendation.id();
        this.referralId = recommendation.referralId();
        this.patientId = recommendation.patientId();
        this.code = required.code();
        this.safety = required.safety();
        this.dueAt = required.dueAt();
    }

    /** Notes that it was done: by whom, when, and what came of it. */
    void complete(PrivateText outcome, String by, Instant at) {
        if (completedAt != null) {
            throw new ProblemException(
                    IntakeProblem.ACTION_ALREADY_COMPLETED, "Read it to see who completed it and when.");
        }
        note = outcome;
        completedBy = by;
        completedAt = at;
    }

    UUID id() {
        return id;
    }

    UUID patientId() {
        return patientId;
    }

    ActionCode code() {
        return code;
    }

    long version() {
        return version;
    }

    private Status status(Instant now) {
        if (completedAt != null) {
            return Status.DONE;
        }
        return dueAt.isAfter(now) ? Status.OPEN : Status.OVERDUE;
    }

    PlacementActionView view(Instant now) {
        return new PlacementActionView(
                id,
                recommendationId,
                referralId,
                patientId,
                code,
                code.text(),
                code.isSafety(),
                dueAt,
                status(now),
                completedAt,
                completedBy,
                note);
    }
}
