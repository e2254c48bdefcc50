package care.iop.progress.alert;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who is to look after an alert. */
@Schema(name = "AssignAlertRequest", examples = """
                {"assignee": "b1c2d3e4-clinician"}
                """)
record AssignAlertRequest(
        @Size(min = 1, max = 200)
        @Schema(
                description = "The subject of that person's token; the caller when left out",
                nullable = true,
                examples = "b1c2d3e4-clinician")
        @Nullable
        String assignee) {}
