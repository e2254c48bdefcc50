package care.iop.intake.placement;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of reviews. */
record PlacementReviewList(@Schema(required = true) List<PlacementReviewView> items) {

    static PlacementReviewList of(List<PlacementReview> reviews) {
        return new PlacementReviewList(
                reviews.stream().map(PlacementReview::view).toList());
    }
}
