package care.iop.intake.admission;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Closes a planned contact once: as done, or as lost. */
@ApplicationScoped
class CloseContact {

    private final Admissions admissions;
    private final PlannedContacts contacts;
    private final AccessAudit audit;
    private final Clock clock;

    CloseContact(Admissions admissions, PlannedContacts contacts, AccessAudit audit, Clock clock) {
        this.admissions = admissions;
        this.contacts = contacts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Closes it on a day.
     *
     * @param how one of the contact's own verbs
     * @throws ProblemException CONTACT_CLOSED when somebody did so before
     */
    @Transactional
    PlannedContact close(UUID admissionId, UUID id, LocalDate on, BiConsumer<PlannedContact, LocalDate> how) {
        var admission = admissions.require(admissionId);
        var contact = contacts.requireLocked(admissionId, id);
        if (on.isAfter(LocalDate.now(clock)) || on.isBefore(admission.admittedOn())) {
            throw ProblemException.invalid("/closedOn", "must lie between the admission and today");
        }
        how.accept(contact, on);
        contacts.flush();
        audit.wrote("PlannedContact", id, admission.patientId());
        return contact;
    }
}
