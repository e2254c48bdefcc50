package care.iop.intake.estimate;

import care.iop.intake.person.Faultless;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One service on one day.
 *
 * @param allowed what the plan and the provider have agreed on as its price
 */
record DatedService(
        @Schema(description = "The day of the service") @NotNull
        LocalDate on,

        @NotNull ServiceKind service,

        @Schema(description = "The procedure code, repeated in the answer and not read", examples = "H0015")
        @Nullable
        @Pattern(regexp = "[A-Z0-9]{5}", message = "must be a code of five capital letters or digits")
        String code,

        @Schema(description = "What the plan and the provider have agreed on as the price of the service")
        @NotNull
        @Faultless
        Money allowed) {}
