package care.iop.intake.admission;

import care.iop.chassis.caller.OfOrganization;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A time away from treatment within a stay, with its first day and, once it is over, its last. */
@Entity
@Table(name = "admission_leave")
class Leave {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "admission_id", updatable = false)
    @SuppressWarnings("UnusedVariable") // the owning side of the admission's list
    private Admission admission;

    private LocalDate startsOn;

    private @Nullable LocalDate expectedBackOn;

    private @Nullable LocalDate lastDayOn;

    @Enumerated(EnumType.STRING)
    private LeaveReason reason;

    @SuppressWarnings("NullAway.Init")
    protected Leave() {}

    Leave(UUID id, Admission admission, LeaveRequest request) {
        this.id = id;
        this.admission = admission;
        this.startsOn = request.startsOn();
        this.expectedBackOn = request.expectedBackOn();
        this.reason = request.reason();
    }

    void end(LocalDate lastDay) {
        lastDayOn = lastDay;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    LeaveReason reason() {
        return reason;
    }

    Optional<LocalDate> expectedBackOn() {
        return Optional.ofNullable(expectedBackOn);
    }

    /** The last day away; empty while the person is away. */
    Optional<LocalDate> lastDayOn() {
        return Optional.ofNullable(lastDayOn);
    }

    AdmissionView.LeaveTaken view() {
        return new AdmissionView.LeaveTaken(startsOn, expectedBackOn, lastDayOn, reason);
    }
}
