package care.iop.intake.patient;

import care.iop.intake.person.DateOfBirth;
import care.iop.intake.person.EmailAddress;
import care.iop.intake.person.Faultless;
import care.iop.intake.person.LanguageTag;
import care.iop.intake.person.PersonName;
import care.iop.intake.person.PhoneNumber;
import care.iop.intake.person.TimeZoneName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a person.
 *
 * @param familyName the family name, or the only name of a person who has one
 */
@Schema(
        description = "All that is kept of a person. A person with one name has it as family name.",
        examples = PatientRequest.EXAMPLE)
public record PatientRequest(
        @Nullable @Faultless PersonName givenName,
        @NotNull @Faultless PersonName familyName,
        @NotNull @Faultless DateOfBirth birthDate,
        @NotNull AdministrativeGender administrativeGender,
        @Nullable SexAtBirth sexAtBirth,
        @Size(max = 20) List<@NotNull @Faultless Identifier> identifiers,
        @Nullable @Faultless PhoneNumber phone,
        @Nullable @Faultless EmailAddress email,
        @Nullable @Valid EmergencyContact emergencyContact,
        @Nullable @Faultless LanguageTag preferredLanguage,
        @Nullable @Faultless TimeZoneName timeZone) {

    static final String EXAMPLE = """
            {
              "givenName": "Avery",
              "familyName": "Example",
              "birthDate": "1988-04-17",
              "administrativeGender": "FEMALE",
              "sexAtBirth": "FEMALE",
              "identifiers": [{"system": "https://hospital.example.org/mrn", "value": "MRN-0001"}],
              "phone": "+1 555 010 0199",
              "email": "avery@example.org",
              "emergencyContact": {"name": "Robin Example", "phone": "+1 555 010 0188", "relationship": "sister"},
              "preferredLanguage": "en-US",
              "timeZone": "America/New_York"
            }""";

    @SuppressWarnings("ConstantValue") // a JSON object may leave a component out
    public PatientRequest {
        // Keeps a null element, so that validation can point at it.
        identifiers = identifiers == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(identifiers));
    }
}
