package care.iop.intake.placement;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.inbox.EventListener;
import care.iop.chassis.inbox.IncomingEvent;
import care.iop.chassis.inbox.PoisonEventException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hears from the progress service that somebody's level of care should be looked at again, and opens a review. */
@ApplicationScoped
class ReviewEvents implements EventListener {

    static final String TOPIC = "progress.review.v1";
    static final String RECOMMENDED = "care.iop.progress.review-recommended.v1";

    private static final int MAX_REASONS = 20;
    private static final Pattern REASON = Pattern.compile("[A-Z][A-Z0-9_-]{0,49}");

    private final PlacementReviews reviews;
    private final AccessAudit audit;
    private final Clock clock;

    ReviewEvents(PlacementReviews reviews, AccessAudit audit, Clock clock) {
        this.reviews = reviews;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Set<String> topics() {
        return Set.of(TOPIC);
    }

    @Override
    public void on(IncomingEvent event) {
        if (event.type().equals(RECOMMENDED)) {
            open(event.data(ReviewRecommended.class));
        }
    }

    /** A review that is known already stays as it is, open or closed. */
    private void open(ReviewRecommended recommended) {
        require("reviewId", recommended.reviewId());
        require("admissionId", recommended.admissionId());
        require("recommendedAt", recommended.recommendedAt());
        checkReasons(recommended.reasons());
        if (reviews.findByIdOptional(recommended.reviewId()).isPresent()) {
            return;
        }
        var stay = reviews.stay(recommended.admissionId())
                .orElseThrow(() -> new PoisonEventException("the organization has no such admission"));
        var review = new PlacementReview(recommended, stay.patientId(), stay.referralId(), clock.instant());
        reviews.persist(review);
        audit.wrote("PlacementReview", review.id(), review.patientId());
    }

    private static void require(String field, @Nullable Object value) {
        if (value == null) {
            throw new PoisonEventException("the payload has no " + field);
        }
    }

    private static void checkReasons(@Nullable List<@Nullable String> reasons) {
        if (reasons == null
                || reasons.isEmpty()
                || reasons.size() > MAX_REASONS
                || reasons.stream()
                        .anyMatch(code -> code == null || !REASON.matcher(code).matches())) {
            throw new PoisonEventException("the payload's reasons are not 1 to " + MAX_REASONS + " codes");
        }
    }
}
