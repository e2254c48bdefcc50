package care.iop.progress.relapseprevention;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a coping step helped. */
@Schema(name = "NoteStepOutcomeRequest", examples = """
                {"step": "walk", "outcome": "HELPED"}
                """)
record NoteStepOutcomeRequest(
        @NotNull @Schema(description = "The key of the step", examples = "walk")
        String step,

        @NotNull @Schema(examples = "HELPED") StepOutcome outcome) {}
