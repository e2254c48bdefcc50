package care.iop.progress.assessment;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That a clinician went through a result with the person. */
@Schema(name = "AssessmentReview")
record AssessmentReviewView(
        UUID id,

        @Schema(description = "The subject of the clinician's token")
        String reviewedBy,

        Instant reviewedAt,

        @Schema(
                implementation = String.class,
                description = "What the result changed in the plan; codes are added as time goes by",
                examples = "INTERVENTIONS")
        PlanChange planChange,

        @Schema(
                description = "The version of the treatment plan that has the change; null when none is named",
                nullable = true)
        @Nullable
        UUID treatmentPlanId) {

    static AssessmentReviewView of(AssessmentReview review) {
        return new AssessmentReviewView(
                review.id(), review.reviewedBy(), review.reviewedAt(), review.planChange(), review.treatmentPlanId());
    }
}
