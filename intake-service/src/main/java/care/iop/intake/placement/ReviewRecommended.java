package care.iop.intake.placement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What intake reads of a review that the progress service recommends.
 *
 * @param suggestion what to consider; null in events from before it was told
 * @param reasons codes of capitals, digits, underscores and hyphens, 1 to 20
 */
record ReviewRecommended(
        UUID reviewId,
        UUID patientId,
        UUID admissionId,
        @Nullable ReviewSuggestion suggestion,
        List<String> reasons,
        Instant recommendedAt) {}
