package care.iop.progress.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A review that was recommended. */
@Schema(name = "LevelReview")
record ReviewView(
        @Schema(required = true, description = "The same as the placement review's in intake")
        UUID id,

        @Schema(required = true) UUID admissionId,

        @Schema(required = true, description = "What to consider; a clinician decides")
        Suggestion suggestion,

        @Schema(
                required = true,
                description = "Codes of what made it be recommended",
                examples = "[\"USE_CONTINUES\", \"SESSIONS_MISSED\"]")
        List<String> reasons,

        @Schema(required = true, description = "Every criterion with its figures as they were then, met or not")
        List<Finding> findings,

        @Schema(description = "Who asked for it; absent when the service looked by itself") @Nullable
        String requestedBy,

        @Schema(required = true) Instant recommendedAt) {

    static ReviewView of(LevelReview review) {
        return new ReviewView(
                review.id(),
                review.admissionId(),
                review.suggestion(),
                review.reasons(),
                review.findings(),
                review.requestedBy(),
                review.recommendedAt());
    }
}
