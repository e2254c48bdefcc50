package care.iop.intake.disclosure;

import care.iop.chassis.consent.DataClass;
import care.iop.intake.person.Faultless;
import care.iop.intake.person.PrivateText;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the program agrees not to disclose. */
@Schema(
        name = "RestrictionRequest",
        examples = "{\"dataClasses\": [\"ATTENDANCE\"], \"reason\": \"Asked for it at intake.\"}")
record RestrictionRequest(
        @Schema(description = "Whom it keeps out; everybody when absent") @Nullable
        UUID recipientId,

        @NotEmpty @Size(max = 20) @Schema(description = "What it keeps in")
        Set<@NotNull DataClass> dataClasses,

        @Nullable @Faultless PrivateText reason) {}
