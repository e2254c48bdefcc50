package care.iop.intake.fhir;

import care.iop.chassis.consent.Notice;
import care.iop.chassis.fhir.FhirRecord;
import care.iop.chassis.fhir.SecurityLabels;
import care.iop.intake.referral.Referral;
import care.iop.intake.referral.ReferralOutcome;
import java.util.Date;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** What became of a referral as a Task of FHIR R4, of the same identifier. */
final class TaskMapping {

    /** What all of them are: to carry out the request. */
    static final String FULFILL = "fulfill";

    private TaskMapping() {}

    static FhirRecord record(Referral referral) {
        return new FhirRecord(
                referral.id().toString(),
                referral.patientId(),
                Long.toString(referral.version()),
                status(referral.outcome()).toCode(),
                referral.outcome().statusChangedAt(),
                notice -> task(referral, notice));
    }

    private static Task task(Referral referral, Notice notice) {
        var outcome = referral.outcome();
        var task = new Task();
        task.setStatus(status(outcome));
        task.setIntent(TaskIntent.ORDER);
        task.setCode(new CodeableConcept()
                .addCoding(
                        new Coding("http://hl7.org/fhir/CodeSystem/task-code", FULFILL, "Fulfill the focal request")));
        task.setBusinessStatus(new CodeableConcept().setText(outcome.status().name()));
        if (outcome.endReason() != null) {
            task.setStatusReason(new CodeableConcept().setText(outcome.endReason()));
        }
        task.setFocus(new Reference("ServiceRequest/" + referral.id()));
        task.setFor(new Reference("Patient/" + referral.patientId()));
        task.setAuthoredOn(Date.from(outcome.receivedAt()));
        task.setLastModified(Date.from(outcome.statusChangedAt()));
        task.addNote(SecurityLabels.notice(notice.text()));
        return task;
    }

    private static TaskStatus status(ReferralOutcome outcome) {
        return switch (outcome.status()) {
            case RECEIVED -> TaskStatus.RECEIVED;
            case ACKNOWLEDGED -> TaskStatus.ACCEPTED;
            case SCREENING, PLACED -> TaskStatus.INPROGRESS;
            case WAITLISTED -> TaskStatus.ONHOLD;
            case ADMITTED -> TaskStatus.COMPLETED;
            case REFERRED_ELSEWHERE -> TaskStatus.REJECTED;
            case WITHDRAWN -> TaskStatus.CANCELLED;
            case LOST -> TaskStatus.FAILED;
        };
    }
}
