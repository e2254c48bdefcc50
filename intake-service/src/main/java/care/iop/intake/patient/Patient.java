package care.iop.intake.patient;

import care.iop.chassis.caller.OfOrganization;
import care.iop.intake.person.DateOfBirth;
import care.iop.intake.person.EmailAddress;
import care.iop.intake.person.LanguageTag;
import care.iop.intake.person.PersonName;
import care.iop.intake.person.PhoneNumber;
import care.iop.intake.person.TimeZoneName;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** A person whom the program has been asked to help, and the only record in the suite that says who that is. */
@Entity
@Table(name = "patient")
public class Patient {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private @Nullable PersonName givenName;

    private PersonName familyName;

    private DateOfBirth birthDate;

    @Enumerated(EnumType.STRING)
    private AdministrativeGender administrativeGender;

    @Enumerated(EnumType.STRING)
    private @Nullable SexAtBirth sexAtBirth;

    @OneToMany(mappedBy = "patient", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    @Fetch(FetchMode.SUBSELECT)
    private List<PatientIdentifier> identifiers = new ArrayList<>();

    private @Nullable PhoneNumber phone;

    private @Nullable EmailAddress email;

    private @Nullable PersonName emergencyContactName;

    private @Nullable PhoneNumber emergencyContactPhone;

    private @Nullable PersonName emergencyContactRelationship;

    private @Nullable LanguageTag preferredLanguage;

    private @Nullable TimeZoneName timeZone;

    @SuppressWarnings("UnusedVariable") // the repository searches by it
    private @Nullable String sourceKey;

    private @Nullable UUID mergedInto;

    private Instant registeredAt;

    private Instant changedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Patient() {}

    @SuppressWarnings("NullAway.Init") // describe sets what is left
    private Patient(UUID id, Instant registeredAt) {
        this.id = id;
        this.registeredAt = registeredAt;
    }

    /**
     * A new patient.
     *
     * @param sourceKey tells a person who came without any identifier from others, so that the same message is recognized;
     *     null for a person whom staff registered or who has an identifier
     */
    static Patient register(
            UUID id, PatientRequest details, @Nullable String sourceKey, Supplier<UUID> ids, Instant registeredAt) {
        var patient = new Patient(id, registeredAt);
        patient.sourceKey = sourceKey;
        patient.describe(details, ids, registeredAt);
        return patient;
    }

    /** Replaces all that is known of the person. Identifiers that stay are not touched. */
    void change(PatientRequest details, Supplier<UUID> ids, Instant changedAt) {
        describe(details, ids, changedAt);
    }

    private void describe(PatientRequest details, Supplier<UUID> ids, Instant at) {
        givenName = details.givenName();
        familyName = details.familyName();
        birthDate = details.birthDate();
        administrativeGender = details.administrativeGender();
        sexAtBirth = details.sexAtBirth();
        phone = details.phone();
        email = details.email();
        var contact = details.emergencyContact();
        emergencyContactName = contact == null ? null : contact.name();
        emergencyContactPhone = contact == null ? null : contact.phone();
        emergencyContactRelationship = contact == null ? null : contact.relationship();
        preferredLanguage = details.preferredLanguage();
        timeZone = details.timeZone();
        changedAt = at;

        identifiers.removeIf(kept -> !details.identifiers().contains(kept.identifier()));
        var missing = new HashSet<>(details.identifiers());
        identifiers.forEach(kept -> missing.remove(kept.identifier()));
        for (var identifier : details.identifiers()) {
            if (missing.remove(identifier)) {
                identifiers.add(new PatientIdentifier(ids.get(), this, identifier));
            }
        }
    }

    /** The identifier that the whole suite knows the person by. */
    public UUID id() {
        return id;
    }

    /** Grows by one with each change. */
    public long version() {
        return version;
    }

    /** The day the person was born. */
    public DateOfBirth birthDate() {
        return birthDate;
    }

    /** The name as it stands on a document that the person signs. */
    public String fullName() {
        return givenName == null ? familyName.value() : givenName.value() + " " + familyName.value();
    }

    public Optional<PersonName> givenName() {
        return Optional.ofNullable(givenName);
    }

    /** The family name, or the only name of a person who has one. */
    public PersonName familyName() {
        return familyName;
    }

    public AdministrativeGender administrativeGender() {
        return administrativeGender;
    }

    /** Sex assigned at birth; UNKNOWN when nobody has said. */
    public SexAtBirth sexAtBirth() {
        return sexAtBirth == null ? SexAtBirth.UNKNOWN : sexAtBirth;
    }

    /** The patient whose record stands for this one since the two were merged; empty while this one stands for itself. */
    public Optional<UUID> mergedInto() {
        return Optional.ofNullable(mergedInto);
    }

    /** How many identifiers name the person. */
    public int identifierCount() {
        return identifiers.size();
    }

    /** Lets another record stand for this one. */
    public void mergeInto(UUID survivorId, Instant at) {
        if (mergedInto != null || survivorId.equals(id)) {
            throw new IllegalStateException("a patient is merged once, and into another");
        }
        mergedInto = survivorId;
        changedAt = at;
    }

    /** Takes note that records came from another patient, or went back. */
    public void exchangeRecords(Instant at) {
        changedAt = at;
    }

    /** Stands for itself again. */
    public void standAlone(Instant at) {
        mergedInto = null;
        changedAt = at;
    }

    /** The record as a caller sees it. */
    public PatientView view() {
        return new PatientView(
                id,
                givenName,
                familyName,
                birthDate,
                administrativeGender,
                sexAtBirth,
                identifiers.stream().map(PatientIdentifier::identifier).toList(),
                phone,
                email,
                emergencyContact().orElse(null),
                preferredLanguage,
                timeZone,
                mergedInto,
                registeredAt,
                changedAt);
    }

    private Optional<EmergencyContact> emergencyContact() {
        return emergencyContactName == null || emergencyContactPhone == null
                ? Optional.empty()
                : Optional.of(new EmergencyContact(
                        emergencyContactName, emergencyContactPhone, emergencyContactRelationship));
    }
}
