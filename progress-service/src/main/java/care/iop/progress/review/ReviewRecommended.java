package care.iop.progress.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Somebody's level of care should be looked at again. It suggests and decides nothing; the figures stay in this service.
 *
 * @param suggestion what to consider
 * @param reasons codes of the criteria that are met, of REVIEW_DUE or of REQUESTED, 1 to 20
 */
record ReviewRecommended(
        UUID reviewId,
        UUID patientId,
        UUID admissionId,
        Suggestion suggestion,
        List<String> reasons,
        Instant recommendedAt) {

    static final String TOPIC = "progress.review.v1";
    static final String TYPE = "care.iop.progress.review-recommended.v1";
}
