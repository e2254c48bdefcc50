package care.iop.scheduling.trial;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A program that was opened for trying out. */
@Schema(name = "Trial")
record TrialView(
        @Schema(required = true) UUID programId,

        @Schema(required = true, description = "The one week that it has")
        LocalDate weekStartingOn,

        @Schema(required = true, examples = "30") int clients,
        @Schema(required = true, examples = "9") int clinicians,
        @Schema(required = true, examples = "8") int series,
        @Schema(required = true, examples = "7") int rooms) {}
