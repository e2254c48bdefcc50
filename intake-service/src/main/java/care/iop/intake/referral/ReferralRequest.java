package care.iop.intake.referral;

import care.iop.intake.patient.PatientRequest;
import care.iop.intake.person.Faultless;
import care.iop.intake.person.PrivateText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a referral says: either a patient whom we know or a person to register, and what is asked for.
 *
 * @param urgency ROUTINE when absent
 * @param desiredStartOn the day the sender hopes for, at most a year from today
 */
@Schema(
        description = "Either the identifier of a known patient or a person to register, and what is asked for.",
        examples = ReferralRequest.EXAMPLE)
public record ReferralRequest(
        @Nullable UUID patientId,
        @Nullable @Valid PatientRequest patient,
        @NotNull ReferralSource source,
        @Schema(defaultValue = "ROUTINE") Urgency urgency,
        @Nullable @Faultless PrivateText reason,

        @Schema(description = "At most a year from today") @Nullable
        LocalDate desiredStartOn) {

    static final String EXAMPLE = """
            {
              "patient": {
                "givenName": "Avery",
                "familyName": "Example",
                "birthDate": "1988-04-17",
                "administrativeGender": "FEMALE",
                "phone": "+1 555 010 0199"
              },
              "source": "DISCHARGE_PLANNER",
              "urgency": "URGENT",
              "reason": "Leaves residential treatment on Friday."
            }""";

    @SuppressWarnings("ConstantValue") // a JSON object may leave a component out
    public ReferralRequest {
        urgency = urgency == null ? Urgency.ROUTINE : urgency;
    }
}
