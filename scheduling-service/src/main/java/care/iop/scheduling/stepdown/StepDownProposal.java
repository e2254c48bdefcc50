package care.iop.scheduling.stepdown;

import care.iop.chassis.caller.OfOrganization;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One proposed day of a plan, and the booking that it has become. */
@Entity
@Table(name = "step_down_proposal")
class StepDownProposal {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    private String organizationId;

    @Version
    private long version;

    @Column(name = "plan_id")
    private UUID planId;

    @Column(name = "position")
    private int position;

    @Enumerated(EnumType.STRING)
    private Phase phase;

    private int daysPerWeek;
    private LocalDate proposedOn;
    private int minutes;
    private @Nullable UUID bookingId;

    @SuppressWarnings("NullAway.Init")
    protected StepDownProposal() {}

    @SuppressWarnings("NullAway.Init")
    StepDownProposal(UUID id, UUID planId, int position, StepDownPattern.Proposed proposed) {
        this.id = id;
        this.planId = planId;
        this.position = position;
        this.phase = proposed.phase();
        this.daysPerWeek = proposed.daysPerWeek();
        this.proposedOn = proposed.on();
        this.minutes = proposed.minutes();
    }

    /** Notes what it has become. */
    void becomes(UUID booking) {
        this.bookingId = booking;
    }

    UUID id() {
        return id;
    }

    LocalDate proposedOn() {
        return proposedOn;
    }

    int minutes() {
        return minutes;
    }

    Optional<UUID> bookingId() {
        return Optional.ofNullable(bookingId);
    }

    StepDownPlanView.Proposal view() {
        return new StepDownPlanView.Proposal(id, phase, daysPerWeek, proposedOn, minutes, bookingId);
    }
}
