package care.iop.intake.recipient;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.consent.PurposeOfUse;
import care.iop.chassis.http.IfMatch;
import care.iop.chassis.id.Ids;
import care.iop.chassis.outbox.Outbox;
import care.iop.chassis.outbox.OutgoingEvent;
import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeRoles;
import care.iop.intake.patient.Patients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Registers recipients and changes them. Only those who answer for privacy give a machine its way in. */
@ApplicationScoped
class KeepRecipient {

    static final String TOPIC = "intake.consent.v1";

    private final Recipients recipients;
    private final Patients patients;
    private final Caller caller;
    private final Outbox outbox;
    private final AccessAudit audit;
    private final Ids ids;
    private final Clock clock;

    KeepRecipient(
            Recipients recipients,
            Patients patients,
            Caller caller,
            Outbox outbox,
            AccessAudit audit,
            Ids ids,
            Clock clock) {
        this.recipients = recipients;
        this.patients = patients;
        this.caller = caller;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    Recipient register(RecipientRequest request) {
        check(request, null);
        if (request.patientId() != null
                && patients.findByIdOptional(request.patientId()).isEmpty()) {
            throw ProblemException.invalid("/patientId", "is no patient of this organization");
        }
        var recipient = new Recipient(ids.next(), request, clock.instant());
        recipients.persist(recipient);
        return tell(recipient);
    }

    @Transactional
    Recipient change(UUID id, @Nullable String ifMatch, RecipientRequest request) {
        var recipient = recipients.require(id);
        IfMatch.require(ifMatch, recipient.version());
        if (!Objects.equals(request.patientId(), recipient.patientId())) {
            throw ProblemException.invalid(
                    "/patientId", "can't be changed; register another recipient for another patient");
        }
        check(request, recipient.clientSubject());
        recipient.change(request);
        return tell(recipient);
    }

    private void check(RecipientRequest request, @Nullable String clientBefore) {
        if (request.purposes().contains(PurposeOfUse.EMERGENCY)) {
            throw ProblemException.invalid(
                    "/purposes", "must not have EMERGENCY: a named person discloses in an emergency (42 CFR 2.51)");
        }
        if (request.clientSubject() != null && request.patientId() != null) {
            throw ProblemException.invalid("/clientSubject", "is for organizations, not for a patient's persons");
        }
        if (!Objects.equals(request.clientSubject(), clientBefore)
                && !caller.hasRole(IntakeRoles.COMPLIANCE_OFFICER)
                && !caller.hasRole(IntakeRoles.PROGRAM_DIRECTOR)) {
            throw new ProblemException(
                    CommonProblem.FORBIDDEN,
                    "Only a compliance officer or program director can give a machine its way in or take it away.");
        }
    }

    private Recipient tell(Recipient recipient) {
        recipients.flushOrRefuse();
        if (recipient.patientId() != null) {
            audit.wrote("Recipient", recipient.id(), recipient.patientId());
        }
        outbox.add(new OutgoingEvent(
                TOPIC, RecipientChanged.TYPE, recipient.id(), recipient.version(), recipient.changed(clock.instant())));
        return recipient;
    }
}
