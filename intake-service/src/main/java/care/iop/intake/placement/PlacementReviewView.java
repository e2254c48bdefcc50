package care.iop.intake.placement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A review as callers see it. */
@Schema(name = "PlacementReview")
record PlacementReviewView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID patientId,
        @Schema(required = true) UUID admissionId,

        @Schema(required = true, description = "Where to ask the rules and to record the placement")
        UUID referralId,

        @Schema(
                description =
                        "What progress suggests to consider by its figures, which are read there by the same identifier")
        @Nullable
        ReviewSuggestion suggestion,

        @Schema(required = true, description = "Codes of why the review was recommended", examples = "[\"NO_SHOWS\"]")
        List<String> reasons,

        @Schema(required = true) Instant recommendedAt,
        @Schema(required = true) Instant openedAt,
        @Schema(required = true) PlacementReview.Status status,
        @Nullable Instant closedAt,

        @Schema(description = "The placement that closed it") @Nullable
        UUID placementId) {}
