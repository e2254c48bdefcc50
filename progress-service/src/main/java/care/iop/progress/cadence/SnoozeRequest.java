package care.iop.progress.cadence;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Until when a due measurement is put off, and why. */
@Schema(name = "SnoozeRequest", examples = """
                {"untilOn": "2026-11-27", "reason": "TOO_UNWELL"}
                """)
record SnoozeRequest(
        @NotNull
        @Schema(
                description = "The day on which it is due again: up to 7 days ahead for oneself, 14 for clinicians",
                examples = "2026-11-27")
        LocalDate untilOn,

        @NotNull @Schema(examples = "TOO_UNWELL") SnoozeReason reason) {}
