package care.iop.progress.assessment;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of going through a result with the person. */
@Schema(name = "ReviewAssessmentRequest", examples = """
                {"planChange": "INTERVENTIONS", "treatmentPlanId": "0190f3a1-9d3f-7e4b-8c5d-7a2f3e4d5c6b"}
                """)
record ReviewAssessmentRequest(
        @NotNull @Schema(description = "What the result changed in the plan", examples = "INTERVENTIONS")
        PlanChange planChange,

        @Schema(
                description = "The version of the treatment plan that has the change; left out when nothing changed",
                nullable = true)
        @Nullable
        UUID treatmentPlanId) {}
