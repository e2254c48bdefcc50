package care.iop.progress.alert;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was done about an alert. */
@Schema(name = "AcknowledgeAlertRequest", examples = """
                {"reason": "SAFETY_ASSESSED"}
                """)
record AcknowledgeAlertRequest(
        @NotNull @Schema(examples = "SAFETY_ASSESSED") AcknowledgementReason reason) {}
