package care.iop.intake.fhir;

import care.iop.chassis.consent.DataClass;
import care.iop.chassis.consent.Notice;
import care.iop.chassis.consent.PurposeOfUse;
import care.iop.chassis.fhir.FhirRecord;
import care.iop.chassis.fhir.SecurityLabels;
import care.iop.intake.consent.ConsentStatus;
import care.iop.intake.consent.SignedConsent;
import java.time.Instant;
import java.util.Date;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Reference;

/** A consent as the recipient that it names is told of it: what that recipient may be told and what for. */
final class ConsentMapping {

    /** The parts of a record that consents name. */
    static final String DATA_CLASS = "urn:care:iop:data-class";

    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";

    private ConsentMapping() {}

    /** The record of a consent. Its end by date changes what is told without anybody writing, so it is part of the version. */
    static FhirRecord record(SignedConsent consent, String recipient, Instant now) {
        var status = status(consent, now);
        return new FhirRecord(
                consent.id().toString(),
                consent.patientId(),
                consent.version() + "-" + status.toCode(),
                status.toCode(),
                consent.changedAt(),
                notice -> told(consent, recipient, status, notice));
    }

    private static ConsentState status(SignedConsent consent, Instant now) {
        if (consent.status() == ConsentStatus.VOIDED) {
            return ConsentState.ENTEREDINERROR;
        }
        return consent.isInForce(now) ? ConsentState.ACTIVE : ConsentState.INACTIVE;
    }

    private static Consent told(SignedConsent consent, String recipient, ConsentState status, Notice notice) {
        var told = SecurityLabels.withNotice(new Consent(), notice);
        told.setStatus(status);
        told.setScope(concept(TERMINOLOGY + "consentscope", "patient-privacy"));
        told.addCategory(concept("http://loinc.org", "59284-0"));
        told.setPatient(new Reference("Patient/" + consent.patientId()));
        if (consent.signedAt() != null) {
            told.setDateTime(Date.from(consent.signedAt()));
        }
        told.addPolicy().setUri("https://www.ecfr.gov/current/title-42/chapter-I/subchapter-A/part-2");
        var provision = told.getProvision();
        provision.setType(ConsentProvisionType.PERMIT);
        if (consent.signedAt() != null) {
            provision.getPeriod().setStart(Date.from(consent.signedAt()));
        }
        if (consent.expiresAt() != null) {
            provision.getPeriod().setEnd(Date.from(consent.expiresAt()));
        }
        provision
                .addActor()
                .setRole(concept(TERMINOLOGY + "v3-ParticipationType", "IRCP"))
                .setReference(new Reference().setDisplay(recipient));
        consent.purposes().stream()
                .sorted()
                .map(PurposeOfUse::code)
                .forEach(code -> provision.addPurpose(new Coding(TERMINOLOGY + "v3-ActReason", code, null)));
        consent.dataClasses().stream()
                .sorted()
                .map(DataClass::name)
                .forEach(name -> provision.addClass_(new Coding(DATA_CLASS, name, null)));
        return told;
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept().addCoding(new Coding().setSystem(system).setCode(code));
    }
}
