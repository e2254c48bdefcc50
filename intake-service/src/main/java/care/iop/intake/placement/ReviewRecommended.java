package care.iop.intake.placement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What intake reads of a review that the progress service recommends.
 *
 * @param reasons codes of capitals, digits, underscores and hyphens, 1 to 20
 */
record ReviewRecommended(
        UUID reviewId, UUID patientId, UUID admissionId, List<String> reasons, Instant recommendedAt) {}
