package care.iop.intake.admission;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a stay ended. */
@Schema(description = "How a stay ended.", examples = """
                {"dischargedOn": "2026-11-06", "lastContactOn": "2026-11-06", "reason": "COMPLETED"}""")
record DischargeRequest(
        @Schema(description = "From the last change of level or leave on, and not in the future") @NotNull
        LocalDate dischargedOn,

        @Schema(
                description =
                        "The last day on which the person was seen or spoken with, from the admission to the discharge")
        @NotNull
        LocalDate lastContactOn,

        @NotNull EndReason reason,

        @Schema(
                description =
                        "How often the program tried to reach the person; with LOST_CONTACT there have to be enough attempts or days without contact",
                examples = "3")
        @Nullable
        @Min(0)
        @Max(99)
        Integer outreachAttempts) {}
