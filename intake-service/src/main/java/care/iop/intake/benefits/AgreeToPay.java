package care.iop.intake.benefits;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.http.IfMatch;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.estimate.PlausibleDay;
import care.iop.intake.patient.Patients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records that somebody agreed to pay without insurance, and that they no longer do. */
@ApplicationScoped
class AgreeToPay {

    private final SelfPayAgreements agreements;
    private final Patients patients;
    private final BenefitCalendar calendar;
    private final Caller caller;
    private final AccessAudit audit;
    private final Ids ids;
    private final Clock clock;

    AgreeToPay(
            SelfPayAgreements agreements,
            Patients patients,
            BenefitCalendar calendar,
            Caller caller,
            AccessAudit audit,
            Ids ids,
            Clock clock) {
        this.agreements = agreements;
        this.patients = patients;
        this.calendar = calendar;
        this.caller = caller;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    SelfPayAgreement record(UUID patientId, SelfPayAgreementRequest request) {
        patients.requireCurrent(patientId);
        refuseImplausible("/agreedOn", request.agreedOn());
        if (request.agreedBy() != SelfPayAgreementRequest.Payer.PATIENT && request.payerName() == null) {
            throw ProblemException.invalid("/payerName", "is needed unless the patient pays");
        }
        var agreement = new SelfPayAgreement(ids.next(), patientId, request, caller.subject(), clock.instant());
        agreements.persist(agreement);
        audit.wrote("SelfPayAgreement", agreement.id(), patientId);
        return agreement;
    }

    /** Withdraws an agreement if the caller has seen its present version. */
    @Transactional
    SelfPayAgreement withdraw(UUID patientId, UUID id, @Nullable String ifMatch, LocalDate on) {
        var agreement = agreements.require(patientId, id, LockModeType.PESSIMISTIC_WRITE);
        IfMatch.require(ifMatch, agreement.version());
        refuseImplausible("/withdrawnOn", on);
        agreement.withdraw(on, caller.subject());
        agreements.flush();
        audit.wrote("SelfPayAgreement", id, patientId);
        return agreement;
    }

    private void refuseImplausible(String pointer, LocalDate day) {
        var faults = new ArrayList<FieldProblem>();
        PlausibleDay.check(faults, pointer, day);
        if (faults.isEmpty() && day.isAfter(calendar.today())) {
            faults.add(new FieldProblem(pointer, "must not lie in the future"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_VALUE, "One value can't be accepted.", faults);
        }
    }
}
