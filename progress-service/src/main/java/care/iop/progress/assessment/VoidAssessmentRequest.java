package care.iop.progress.assessment;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a result was entered in error. */
@Schema(name = "VoidAssessmentRequest", examples = """
                {"reason": "WRONG_PERSON"}
                """)
record VoidAssessmentRequest(
        @NotNull @Schema(description = "NOT_ANSWERED: nobody gave these answers", examples = "WRONG_PERSON")
        VoidReason reason) {}
