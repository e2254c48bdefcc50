package care.iop.intake.fhir;

import care.iop.chassis.consent.Notice;
import care.iop.chassis.fhir.FhirRecord;
import care.iop.chassis.fhir.SecurityLabels;
import care.iop.intake.benefits.InsurancePolicyFacts;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Coverage.CoverageStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;

/** An insurance policy, as it arrived, as a Coverage of FHIR R4. */
final class PolicyMapping {

    private PolicyMapping() {}

    static FhirRecord record(InsurancePolicyFacts policy) {
        return new FhirRecord(
                policy.id().toString(),
                policy.patientId(),
                "1",
                CoverageStatus.ACTIVE.toCode(),
                policy.receivedAt(),
                notice -> coverage(policy, notice));
    }

    private static Coverage coverage(InsurancePolicyFacts policy, Notice notice) {
        var terms = policy.terms();
        var coverage = SecurityLabels.withNotice(new Coverage(), notice);
        coverage.setStatus(CoverageStatus.ACTIVE);
        if (terms.plan() != null) {
            coverage.setType(new CodeableConcept().setText(terms.plan()));
        }
        if (terms.memberNumber() != null) {
            coverage.setSubscriberId(terms.memberNumber().value());
        }
        coverage.setBeneficiary(new Reference("Patient/" + policy.patientId()));
        if (terms.startsOn() != null) {
            coverage.getPeriod()
                    .setStartElement(new DateTimeType(terms.startsOn().toString()));
        }
        if (terms.endsOn() != null) {
            coverage.getPeriod().setEndElement(new DateTimeType(terms.endsOn().toString()));
        }
        coverage.addPayor().setDisplay(terms.payer());
        return coverage;
    }
}
