package care.iop.intake.recipient;

import care.iop.chassis.consent.PurposeOfUse;
import care.iop.chassis.consent.RecipientClass;
import care.iop.intake.person.Faultless;
import care.iop.intake.person.PersonName;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is known of a recipient. */
@Schema(description = "A recipient that consents can name.", examples = """
                {"name": "Example Family Medicine", "classes": ["TREATING_PROVIDERS"], "purposes": ["TREATMENT"]}""")
record RecipientRequest(
        @NotNull @Faultless PersonName name,

        @Schema(description = "For a person: the patient who alone can name them. Can't be changed later") @Nullable
        UUID patientId,

        @Size(max = 10) @Schema(description = "None when absent")
        Set<RecipientClass> classes,

        @Size(max = 10)
        @Schema(description = "What its machine may ask for; none when absent. EMERGENCY is never a machine's purpose")
        Set<PurposeOfUse> purposes,

        @Size(max = 100) @Schema(description = "The exchanges that it takes part in, by identifier; none when absent")
        Set<UUID> participatesIn,

        @Size(min = 1, max = 200)
        @Schema(description = "The subject of its machine's access token; one recipient only can have it")
        @Nullable
        String clientSubject,

        @Schema(defaultValue = "true", description = "Whether it may be told anything at present")
        Boolean active) {

    @SuppressWarnings("ConstantValue") // a JSON object may leave a component out
    RecipientRequest {
        classes = classes == null ? Set.of() : Set.copyOf(classes);
        purposes = purposes == null ? Set.of() : Set.copyOf(purposes);
        participatesIn = participatesIn == null ? Set.of() : Set.copyOf(participatesIn);
        active = active == null || active;
    }

    RecipientFacts facts() {
        return new RecipientFacts(classes, purposes, participatesIn);
    }
}
