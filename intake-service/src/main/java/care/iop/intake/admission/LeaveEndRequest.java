package care.iop.intake.admission;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The end of the leave that somebody is on. */
@Schema(examples = """
                {"lastDayOn": "2026-09-27"}""")
record LeaveEndRequest(
        @Schema(description = "The last day away: from the first one on, and not in the future") @NotNull
        LocalDate lastDayOn) {}
