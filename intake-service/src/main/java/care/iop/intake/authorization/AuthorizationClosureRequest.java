package care.iop.intake.authorization;

import care.iop.intake.person.Faultless;
import care.iop.intake.person.PrivateText;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That the program does not rely on an authorization any more. */
@Schema(
        description = "That the program does not rely on an authorization any more",
        examples = "{\"closedOn\": \"2027-01-29\", \"reason\": \"TREATMENT_ENDED\"}")
record AuthorizationClosureRequest(
        @NotNull LocalDate closedOn,
        @NotNull ClosureReason reason,
        @Nullable @Faultless PrivateText note) {}
