package care.iop.intake.fhir;

import care.iop.chassis.fhir.UnusableResourceException;
import care.iop.intake.fhir.EntryReading.Remark;
import care.iop.intake.patient.AdministrativeGender;
import care.iop.intake.patient.EmergencyContact;
import care.iop.intake.patient.Identifier;
import care.iop.intake.patient.PatientRequest;
import care.iop.intake.patient.SexAtBirth;
import care.iop.intake.person.DateOfBirth;
import care.iop.intake.person.EmailAddress;
import care.iop.intake.person.LanguageTag;
import care.iop.intake.person.PersonName;
import care.iop.intake.person.PhoneNumber;
import care.iop.intake.person.SelfChecked;
import care.iop.intake.person.TimeZoneName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.ContactComponent;
import org.jspecify.annotations.Nullable;

/**
 * A FHIR Patient as this service keeps a person. A name and a full birth date are demanded; anything else that is not
 * sound is left out with a remark, because a wrong telephone number must not keep a person from being referred.
 */
final class PatientMapping {

    private static final int MAX_IDENTIFIERS = 20;
    private static final String BIRTH_SEX = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex";
    private static final String TIME_ZONE = "http://hl7.org/fhir/StructureDefinition/timezone";

    /** HL7 v2 table 0203: social security, driver's license, passport and tax numbers. */
    private static final Set<String> GOVERNMENT_NUMBER_TYPES = Set.of("SS", "SB", "DL", "PPN", "TAX");

    private static final String SOCIAL_SECURITY = "http://hl7.org/fhir/sid/us-ssn";

    private final Patient patient;
    private final String expression;
    private final LocalDate today;
    private final List<Remark> remarks = new ArrayList<>();

    private PatientMapping(Patient patient, String expression, LocalDate today) {
        this.patient = patient;
        this.expression = expression;
        this.today = today;
    }

    /** A person and what was left out of them. */
    record Mapped(PatientRequest details, List<Remark> remarks) {}

    /**
     * Maps a Patient.
     *
     * @param expression the FHIRPath of the resource, for the remarks
     */
    static Mapped map(Patient patient, String expression, LocalDate today) {
        var mapping = new PatientMapping(patient, expression, today);
        var details = mapping.details();
        return new Mapped(details, List.copyOf(mapping.remarks));
    }

    private PatientRequest details() {
        if (patient.hasDeceasedDateTimeType()
                || (patient.hasDeceasedBooleanType()
                        && patient.getDeceasedBooleanType().booleanValue())) {
            throw new UnusableResourceException("deceased", "says that the person has died; check the record");
        }
        var name = name();
        return new PatientRequest(
                given(name)
                        .map(PersonName::new)
                        .flatMap(given -> soundOrRemark(given, "name"))
                        .orElse(null),
                family(name),
                birthDate(),
                gender(),
                sexAtBirth(),
                identifiers(),
                phone(patient.getTelecom(), "telecom").orElse(null),
                email().orElse(null),
                emergencyContact().orElse(null),
                language().orElse(null),
                timeZone().orElse(null));
    }

    private HumanName name() {
        return patient.getName().stream()
                .filter(name -> name.hasFamily() || name.hasGiven() || name.hasText())
                .min(Comparator.comparingInt(PatientMapping::rank))
                .orElseThrow(() -> new UnusableResourceException("name", "is needed"));
    }

    private static int rank(HumanName name) {
        if (!name.hasUse()) {
            return 2;
        }
        return switch (name.getUse()) {
            case OFFICIAL -> 0;
            case USUAL -> 1;
            case TEMP, NICKNAME, ANONYMOUS, NULL -> 3;
            case OLD, MAIDEN -> 4;
        };
    }

    /** The given names; empty for a person with one name, who has it as family name. */
    private static Optional<String> given(HumanName name) {
        return name.hasFamily() && name.hasGiven() ? Optional.of(name.getGivenAsSingleString()) : Optional.empty();
    }

    private PersonName family(HumanName name) {
        var family = new PersonName(
                name.hasFamily() ? name.getFamily() : name.hasGiven() ? name.getGivenAsSingleString() : name.getText());
        family.fault(today).ifPresent(fault -> {
            throw new UnusableResourceException("name", fault);
        });
        return family;
    }

    private DateOfBirth birthDate() {
        if (!patient.hasBirthDateElement() || patient.getBirthDateElement().getValueAsString() == null) {
            throw new UnusableResourceException("birthDate", "is needed");
        }
        var born = FhirDates.day(patient.getBirthDateElement())
                .map(DateOfBirth::new)
                .orElseThrow(() -> new UnusableResourceException("birthDate", "must be a full date"));
        born.fault(today).ifPresent(fault -> {
            throw new UnusableResourceException("birthDate", fault);
        });
        return born;
    }

    private AdministrativeGender gender() {
        if (!patient.hasGender()) {
            return AdministrativeGender.UNKNOWN;
        }
        return switch (patient.getGender()) {
            case FEMALE -> AdministrativeGender.FEMALE;
            case MALE -> AdministrativeGender.MALE;
            case OTHER -> AdministrativeGender.OTHER;
            case UNKNOWN, NULL -> AdministrativeGender.UNKNOWN;
        };
    }

    private @Nullable SexAtBirth sexAtBirth() {
        var extension = patient.getExtensionByUrl(BIRTH_SEX);
        if (extension == null || !extension.hasValue()) {
            return null;
        }
        return switch (String.valueOf(extension.getValue().primitiveValue())) {
            case "F" -> SexAtBirth.FEMALE;
            case "M" -> SexAtBirth.MALE;
            default -> SexAtBirth.UNKNOWN;
        };
    }

    private List<Identifier> identifiers() {
        var kept = new LinkedHashSet<Identifier>();
        for (int i = 0; i < patient.getIdentifier().size(); i++) {
            var sent = patient.getIdentifier().get(i);
            var element = "identifier[" + i + "]";
            if (isGovernmentNumber(sent)) {
                remark(element, "was left out: government numbers are not kept");
            } else if (!sent.hasSystem() || !sent.hasValue()) {
                remark(element, "was left out: it needs a system and a value");
            } else if (sent.getUse() == IdentifierUse.OLD) {
                remark(element, "was left out: it is no longer in use");
            } else if (kept.size() == MAX_IDENTIFIERS) {
                remark(element, "was left out: at most " + MAX_IDENTIFIERS + " are kept");
            } else {
                soundOrRemark(new Identifier(sent.getSystem(), sent.getValue()), element)
                        .ifPresent(kept::add);
            }
        }
        return List.copyOf(kept);
    }

    private static boolean isGovernmentNumber(org.hl7.fhir.r4.model.Identifier identifier) {
        return SOCIAL_SECURITY.equals(identifier.getSystem())
                || identifier.getType().getCoding().stream()
                        .anyMatch(coding -> GOVERNMENT_NUMBER_TYPES.contains(coding.getCode()));
    }

    /** The telephone number that is most likely to reach the person: by rank, then the mobile one, then at home. */
    private Optional<PhoneNumber> phone(List<ContactPoint> telecom, String element) {
        return telecom.stream()
                .filter(point -> point.getSystem() == ContactPointSystem.PHONE && point.hasValue())
                .filter(point -> point.getUse() != ContactPointUse.OLD)
                .min(Comparator.comparingInt(
                                (ContactPoint point) -> point.hasRank() ? point.getRank() : Integer.MAX_VALUE)
                        .thenComparingInt(point -> point.getUse() == ContactPointUse.MOBILE
                                ? 0
                                : point.getUse() == ContactPointUse.HOME ? 1 : 2))
                .map(point -> new PhoneNumber(point.getValue()))
                .flatMap(phone -> soundOrRemark(phone, element));
    }

    private Optional<EmailAddress> email() {
        return patient.getTelecom().stream()
                .filter(point -> point.getSystem() == ContactPointSystem.EMAIL && point.hasValue())
                .filter(point -> point.getUse() != ContactPointUse.OLD)
                .findFirst()
                .map(point -> new EmailAddress(point.getValue()))
                .flatMap(email -> soundOrRemark(email, "telecom"));
    }

    private Optional<EmergencyContact> emergencyContact() {
        for (int i = 0; i < patient.getContact().size(); i++) {
            var contact = patient.getContact().get(i);
            if (isForEmergencies(contact)) {
                var element = "contact[" + i + "]";
                var phone = phone(contact.getTelecom(), element);
                var name = contactName(contact).flatMap(named -> soundOrRemark(named, element));
                if (phone.isPresent() && name.isPresent()) {
                    return Optional.of(new EmergencyContact(
                            name.get(),
                            phone.get(),
                            relationship(contact, element).orElse(null)));
                }
                remark(element, "was left out: it needs a name and a telephone number");
            }
        }
        return Optional.empty();
    }

    /** HL7 v2 table 0131 has C for an emergency contact, and N for the next of kin. */
    private static boolean isForEmergencies(ContactComponent contact) {
        return contact.getRelationship().stream()
                .flatMap(relationship -> relationship.getCoding().stream())
                .anyMatch(coding -> "C".equals(coding.getCode()) || "N".equals(coding.getCode()));
    }

    private static Optional<PersonName> contactName(ContactComponent contact) {
        var name = contact.getName();
        var written = name.hasText()
                ? name.getText()
                : String.join(" ", List.of(name.getGivenAsSingleString(), name.hasFamily() ? name.getFamily() : ""))
                        .strip();
        return written.isEmpty() ? Optional.empty() : Optional.of(new PersonName(written));
    }

    private Optional<PersonName> relationship(ContactComponent contact, String element) {
        return contact.getRelationship().stream()
                .filter(CodeableConcept::hasText)
                .findFirst()
                .map(relationship -> new PersonName(relationship.getText()))
                .flatMap(words -> soundOrRemark(words, element));
    }

    private Optional<LanguageTag> language() {
        return patient.getCommunication().stream()
                .max(Comparator.comparing(communication -> communication.getPreferred()))
                .flatMap(communication -> communication.getLanguage().getCoding().stream()
                        .filter(coding -> coding.hasCode())
                        .findFirst())
                .map(coding -> new LanguageTag(coding.getCode()))
                .flatMap(tag -> soundOrRemark(tag, "communication"));
    }

    private Optional<TimeZoneName> timeZone() {
        var extension = patient.getExtensionByUrl(TIME_ZONE);
        return extension == null || extension.getValue() == null
                ? Optional.empty()
                : Optional.ofNullable(extension.getValue().primitiveValue())
                        .map(TimeZoneName::new)
                        .flatMap(zone -> soundOrRemark(zone, "extension"));
    }

    private <T extends SelfChecked> Optional<T> soundOrRemark(T value, String element) {
        var fault = value.fault(today);
        fault.ifPresent(words -> remark(element, "was left out: it " + words));
        return fault.isEmpty() ? Optional.of(value) : Optional.empty();
    }

    private void remark(String element, String text) {
        remarks.add(new Remark(expression + "." + element, text));
    }
}
