package care.iop.scheduling.program;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A day on which the program has no sessions. */
@Schema(name = "Closure")
public record Closure(
        @Schema(required = true, examples = "2026-11-26") @NotNull
        LocalDate closedOn,

        @Schema(required = true, examples = "Thanksgiving") @NotBlank @Size(max = 120)
        String reason) {}
