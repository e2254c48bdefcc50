package care.iop.intake.duplicate;

import care.iop.intake.person.PrivateText;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A merge as callers see it. */
@Schema(name = "PatientMerge")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PatientMergeView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID survivorId,
        @Schema(required = true) UUID mergedId,
        @Schema(required = true) PrivateText reason,
        @Schema(required = true) Instant mergedAt,
        @Schema(required = true) String mergedBy,

        @Schema(
                required = true,
                description = "How many records of each kind the merge moved to the survivor",
                examples = "{\"referral\": 1, \"admission\": 1}")
        Map<String, Long> movedRows,

        @Nullable Instant undoneAt,
        @Nullable String undoneBy,
        @Nullable PrivateText undoReason) {}
