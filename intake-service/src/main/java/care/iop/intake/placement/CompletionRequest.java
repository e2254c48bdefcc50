package care.iop.intake.placement;

import care.iop.intake.person.Faultless;
import care.iop.intake.person.PrivateText;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a required action. */
@Schema(
        name = "PlacementActionCompletion",
        description = "What came of it",
        examples = "{\"note\": \"Seen in person; safety plan made with the person, no intent.\"}")
record CompletionRequest(@NotNull @Faultless PrivateText note) {}
