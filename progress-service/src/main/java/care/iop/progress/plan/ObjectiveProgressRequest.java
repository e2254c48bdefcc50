package care.iop.progress.plan;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an objective stands. */
@Schema(name = "ObjectiveProgressRequest", examples = """
        {"status": "MET"}""")
record ObjectiveProgressRequest(
        @Schema(required = true) @NotNull ObjectiveStatus status) {}
