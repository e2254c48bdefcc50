package care.iop.intake.admission;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One contact that is owed to a person in aftercare or after the discharge. */
@Entity
@Table(name = "planned_contact")
class PlannedContact {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private UUID admissionId;

    @Enumerated(EnumType.STRING)
    private ContactKind kind;

    private LocalDate dueOn;

    /** How it was closed: DONE, LOST or CANCELLED; absent while it is owed. */
    @Enumerated(EnumType.STRING)
    private @Nullable ContactStatus outcome;

    private @Nullable LocalDate closedOn;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected PlannedContact() {}

    PlannedContact(UUID id, UUID admissionId, ContactKind kind, LocalDate dueOn) {
        this.id = id;
        this.admissionId = admissionId;
        this.kind = kind;
        this.dueOn = dueOn;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    void done(LocalDate on) {
        close(ContactStatus.DONE, on);
    }

    void lost(LocalDate on) {
        close(ContactStatus.LOST, on);
    }

    void cancel(LocalDate on) {
        close(ContactStatus.CANCELLED, on);
    }

    private void close(ContactStatus how, LocalDate on) {
        if (outcome != null) {
            throw new ProblemException(
                    IntakeProblem.CONTACT_CLOSED, "It is " + outcome + " already. Look at it again.");
        }
        outcome = how;
        closedOn = on;
    }

    ContactStatus status(LocalDate today, int windowDays) {
        if (outcome != null) {
            return outcome;
        }
        if (today.isAfter(dueOn.plusDays(windowDays))) {
            return ContactStatus.OVERDUE;
        }
        return today.isBefore(dueOn.minusDays(windowDays)) ? ContactStatus.PLANNED : ContactStatus.DUE;
    }

    PlannedContactView view(LocalDate today, int windowDays) {
        return new PlannedContactView(id, admissionId, kind, dueOn, status(today, windowDays), closedOn);
    }
}
