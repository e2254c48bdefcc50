package care.iop.intake.placement;

import care.iop.intake.level.LevelOfCare;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of the recommendations of a referral, earliest first, without the facts. */
record PlacementRecommendationList(@Schema(required = true) List<Item> items) {

    /** A recommendation in short. */
    @Schema(name = "PlacementRecommendationSummary")
    record Item(
            @Schema(required = true) UUID id,
            @Schema(required = true) UUID referralId,
            @Schema(required = true) Purpose purpose,
            @Schema(required = true) Decision decision,
            @Nullable LevelOfCare recommendedLevel,
            @Schema(required = true) String ruleSetVersion,
            @Schema(required = true) Instant recommendedAt) {}

    static PlacementRecommendationList of(List<PlacementRecommendation> recommendations) {
        return new PlacementRecommendationList(
                recommendations.stream().map(PlacementRecommendation::summary).toList());
    }
}
