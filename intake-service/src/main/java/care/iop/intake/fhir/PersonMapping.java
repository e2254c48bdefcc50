package care.iop.intake.fhir;

import care.iop.chassis.consent.Notice;
import care.iop.chassis.fhir.FhirRecord;
import care.iop.chassis.fhir.SecurityLabels;
import care.iop.intake.patient.PatientView;
import care.iop.intake.patient.SexAtBirth;
import java.util.Locale;
import java.util.UUID;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Reference;

/** A patient as a Patient of FHIR R4: who they are and how to reach them. Their emergency contact is somebody else and is not told. */
final class PersonMapping {

    private static final String IDENTIFIER = "urn:care:iop:patient";
    private static final String BIRTH_SEX = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex";

    private PersonMapping() {}

    /**
     * The record of a person.
     *
     * @param standsFor the patient whose record stands for this one, under whom consents are: itself unless it was merged
     */
    static FhirRecord record(PatientView person, UUID standsFor) {
        return new FhirRecord(
                person.id().toString(),
                standsFor,
                Long.toString(person.changedAt().toEpochMilli()),
                person.replacedBy() == null ? "active" : "replaced",
                person.changedAt(),
                notice -> patient(person, notice));
    }

    private static Patient patient(PatientView person, Notice notice) {
        var patient = SecurityLabels.withNotice(new Patient(), notice);
        patient.setActive(person.replacedBy() == null);
        if (person.replacedBy() != null) {
            patient.addLink().setType(LinkType.REPLACEDBY).setOther(new Reference("Patient/" + person.replacedBy()));
        }
        patient.addIdentifier().setSystem(IDENTIFIER).setValue(person.id().toString());
        person.identifiers()
                .forEach(identifier ->
                        patient.addIdentifier().setSystem(identifier.system()).setValue(identifier.value()));
        var name = patient.addName()
                .setUse(NameUse.OFFICIAL)
                .setFamily(person.familyName().value());
        if (person.givenName() != null) {
            name.addGiven(person.givenName().value());
        }
        patient.setGender(AdministrativeGender.fromCode(
                person.administrativeGender().name().toLowerCase(Locale.ROOT)));
        patient.setBirthDateElement(new DateType(person.birthDate().value().toString()));
        addReach(patient, person);
        if (person.sexAtBirth() != null) {
            addSexAtBirth(patient, person.sexAtBirth());
        }
        return patient;
    }

    private static void addReach(Patient patient, PatientView person) {
        if (person.phone() != null) {
            patient.addTelecom()
                    .setSystem(ContactPointSystem.PHONE)
                    .setValue(person.phone().value());
        }
        if (person.email() != null) {
            patient.addTelecom()
                    .setSystem(ContactPointSystem.EMAIL)
                    .setValue(person.email().value());
        }
        if (person.preferredLanguage() != null) {
            patient.addCommunication()
                    .setPreferred(true)
                    .setLanguage(new CodeableConcept()
                            .addCoding(new Coding()
                                    .setSystem("urn:ietf:bcp:47")
                                    .setCode(person.preferredLanguage().value())));
        }
    }

    private static void addSexAtBirth(Patient patient, SexAtBirth sex) {
        var code =
                switch (sex) {
                    case FEMALE -> "F";
                    case MALE -> "M";
                    case UNKNOWN -> "UNK";
                };
        patient.addExtension(BIRTH_SEX, new CodeType(code));
    }
}
