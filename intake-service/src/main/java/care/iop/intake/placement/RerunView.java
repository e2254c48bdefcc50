package care.iop.intake.placement;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the rules of a past recommendation say to its facts today. */
@Schema(name = "PlacementRerun")
record RerunView(
        @Schema(required = true) UUID recommendationId,
        @Schema(required = true) String ruleSetVersion,
        @Schema(required = true) String inputsHash,

        @Schema(required = true, description = "Whether the facts that were kept still have their hash")
        boolean sameFacts,

        @Schema(required = true, description = "Whether the advice is the same to the last letter")
        boolean sameAdvice,

        @Schema(required = true) PlacementAdvice advice) {}
