package care.iop.intake.admission;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A leave that has begun. */
@Schema(description = "A leave that has begun.", examples = """
                {"startsOn": "2026-09-21", "expectedBackOn": "2026-09-28", "reason": "MEDICAL"}""")
record LeaveRequest(
        @Schema(description = "The first day away: from the admission or the last leave on, and not in the future")
        @NotNull
        LocalDate startsOn,

        @Schema(description = "After the first day away, at most a year") @Nullable
        LocalDate expectedBackOn,

        @NotNull LeaveReason reason) {}
