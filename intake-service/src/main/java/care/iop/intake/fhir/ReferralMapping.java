package care.iop.intake.fhir;

import care.iop.chassis.consent.Notice;
import care.iop.chassis.fhir.FhirRecord;
import care.iop.intake.referral.Referral;
import java.util.Date;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/** A referral as a ServiceRequest of FHIR R4. What became of it is its Task. */
final class ReferralMapping {

    private static final String SNOMED = "http://snomed.info/sct";
    private static final String REFERRAL = "3457005";

    private ReferralMapping() {}

    static FhirRecord record(Referral referral) {
        return new FhirRecord(
                referral.id().toString(),
                referral.patientId(),
                Long.toString(referral.version()),
                status(referral).toCode(),
                referral.outcome().statusChangedAt(),
                notice -> request(referral, notice));
    }

    private static ServiceRequestStatus status(Referral referral) {
        return switch (referral.status()) {
            case RECEIVED, ACKNOWLEDGED, SCREENING, PLACED, WAITLISTED -> ServiceRequestStatus.ACTIVE;
            case ADMITTED -> ServiceRequestStatus.COMPLETED;
            case REFERRED_ELSEWHERE, WITHDRAWN, LOST -> ServiceRequestStatus.REVOKED;
        };
    }

    private static ServiceRequest request(Referral referral, Notice notice) {
        var request = new ServiceRequest();
        request.setStatus(status(referral));
        request.setIntent(ServiceRequestIntent.ORDER);
        request.addCategory(new CodeableConcept().addCoding(new Coding(SNOMED, REFERRAL, "Patient referral")));
        request.setCode(new CodeableConcept()
                .setText("Intensive outpatient treatment")
                .addCoding(new Coding(SNOMED, REFERRAL, "Patient referral")));
        request.setPriority(
                switch (referral.urgency()) {
                    case ROUTINE -> ServiceRequestPriority.ROUTINE;
                    case URGENT -> ServiceRequestPriority.URGENT;
                    case EMERGENT -> ServiceRequestPriority.STAT;
                });
        request.setSubject(new Reference("Patient/" + referral.patientId()));
        request.setAuthoredOn(Date.from(referral.receivedAt()));
        request.addNote().setText(notice.text());
        return request;
    }
}
