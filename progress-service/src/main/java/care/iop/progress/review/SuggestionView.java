package care.iop.progress.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the figures say now. */
@Schema(name = "LevelSuggestion")
record SuggestionView(
        @Schema(required = true) UUID admissionId,

        @Schema(required = true, description = "What to consider; a clinician decides")
        Suggestion suggestion,

        @Schema(required = true, description = "Every criterion with its figures, met or not")
        List<Finding> findings,

        @Schema(required = true) Instant asOf) {}
