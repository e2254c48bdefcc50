package care.iop.progress.plan;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That the plan in force was looked at again. */
@Schema(name = "PlanReviewRequest", examples = """
        {"outcome": "CONTINUE", "withClient": true}""")
record PlanReviewRequest(
        @Schema(required = true, description = "REVISE when a new revision is to be drafted") @NotNull
        ReviewOutcome outcome,

        @Schema(required = true, description = "Whether the client took part") @NotNull
        Boolean withClient) {}
