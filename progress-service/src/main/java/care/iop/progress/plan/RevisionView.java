package care.iop.progress.plan;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One revision of a plan as its readers see it. */
@Schema(name = "TreatmentPlanRevision")
record RevisionView(
        @Schema(required = true, examples = "1") int number,
        @Schema(required = true) PlanStatus status,
        @Schema(required = true) PlanContent content,

        @Schema(
                required = true,
                description = "SHA-256 of the content as it is kept: what a signature names",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String contentSha256,

        @Schema(required = true, description = "Minutes a week of all prescribed sessions", examples = "780")
        int minutesPerWeek,

        @Schema(required = true, description = "Allowed, but to be thought of")
        Set<PlanWarning> warnings,

        @Schema(required = true) Instant draftedAt,
        @Schema(required = true) String draftedBy,

        @Schema(required = true, description = "When what it says last changed")
        Instant changedAt,

        @Schema(required = true) List<Signature> signatures,

        @Schema(description = "Absent before both have signed") @Nullable
        Instant inForceAt,

        @Schema(description = "When it was superseded, ended or discarded") @Nullable
        Instant closedAt) {

    /** Who signed. */
    @Schema(name = "PlanSignature")
    record Signature(
            @Schema(required = true) Signer signer,
            @Schema(required = true) String signedBy,
            @Schema(required = true) Instant signedAt) {

        static Signature of(PlanSignature signature) {
            return new Signature(signature.signer(), signature.signedBy(), signature.signedAt());
        }
    }

    static RevisionView of(PlanRevision revision, List<PlanSignature> signatures, Set<PlanWarning> warnings) {
        var content = revision.content();
        return new RevisionView(
                revision.number(),
                revision.status(),
                content,
                revision.contentSha256(),
                content.prescription().minutesPerWeek(),
                warnings,
                revision.draftedAt(),
                revision.draftedBy(),
                revision.changedAt(),
                signatures.stream().map(Signature::of).toList(),
                revision.inForceAt(),
                revision.closedAt());
    }
}
