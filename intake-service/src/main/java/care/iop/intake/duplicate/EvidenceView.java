package care.iop.intake.duplicate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that was compared, in plain words, with its points: our own policy, for a clinical owner to confirm. */
@Schema(name = "DuplicateEvidence")
record EvidenceView(
        @Schema(required = true) Evidence code,

        @Schema(required = true, examples = "same birth date")
        String words,

        @Schema(required = true, description = "Below zero when it speaks against one person")
        int points) {}
