package care.iop.intake.admission;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** On which day a contact was done or given up. */
@Schema(examples = """
                {"closedOn": "2026-12-06"}""")
record ContactCloseRequest(
        @Schema(description = "From the admission on, and not in the future") @NotNull
        LocalDate closedOn) {}
