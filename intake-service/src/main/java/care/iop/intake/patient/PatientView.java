package care.iop.intake.patient;

import care.iop.intake.person.DateOfBirth;
import care.iop.intake.person.EmailAddress;
import care.iop.intake.person.LanguageTag;
import care.iop.intake.person.PersonName;
import care.iop.intake.person.PhoneNumber;
import care.iop.intake.person.TimeZoneName;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A patient as callers see them. */
@Schema(name = "Patient")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PatientView(
        @Schema(required = true) UUID id,
        @Nullable PersonName givenName,
        @Schema(required = true) PersonName familyName,
        @Schema(required = true) DateOfBirth birthDate,
        @Schema(required = true) AdministrativeGender administrativeGender,
        @Nullable SexAtBirth sexAtBirth,
        @Schema(required = true) List<Identifier> identifiers,
        @Nullable PhoneNumber phone,
        @Nullable EmailAddress email,
        @Nullable EmergencyContact emergencyContact,
        @Nullable LanguageTag preferredLanguage,
        @Nullable TimeZoneName timeZone,

        @Schema(
                description =
                        "Since the patient was merged: the patient whose record stands for this one. Write to that one.")
        @Nullable
        UUID replacedBy,

        @Schema(required = true) Instant registeredAt,
        @Schema(required = true) Instant changedAt) {}
