package care.iop.progress.alert;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of an alert. */
@Schema(name = "RecordOutcomeRequest", examples = """
                {"outcome": "CONTACTED"}
                """)
record RecordOutcomeRequest(
        @NotNull @Schema(examples = "CONTACTED") AlertOutcome outcome) {}
