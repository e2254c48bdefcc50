package care.iop.intake.patient;

import care.iop.intake.person.Faultless;
import care.iop.intake.person.PersonName;
import care.iop.intake.person.PhoneNumber;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whom to call when the patient is in danger.
 *
 * @param relationship what the contact is to the patient
 */
@Schema(description = "Whom to call when the patient is in danger.")
public record EmergencyContact(
        @NotNull @Faultless PersonName name,
        @NotNull @Faultless PhoneNumber phone,
        @Nullable @Faultless PersonName relationship) {}
