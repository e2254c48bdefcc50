package care.iop.progress.relapseprevention;

import care.iop.progress.safety.CrisisSupport;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One version of a person's plan. */
@Schema(name = "RelapsePlan")
record RelapsePlanView(
        @Schema(examples = "0190f3a1-9d3f-7e4b-8c5d-7a2f3e4d5c6b")
        UUID id,

        @Schema(examples = "0190f3a1-6b0d-7c19-8a2b-4e0d1c2b3a49")
        UUID patientId,

        @Schema(description = "1 for the person's first version", examples = "1")
        int number,

        PlanContent content,

        @Schema(description = "The subject of the token of who wrote it")
        String writtenBy,

        @Schema(description = "Whether the person wrote it; else a clinician did", examples = "true")
        boolean writtenByClient,

        Instant writtenAt,

        @Schema(
                description = "When the person agreed; the version agreed to last is the one that counts",
                nullable = true)
        @Nullable
        Instant agreedAt,

        @Schema(description = "When a clinician went through it with the person", nullable = true) @Nullable
        Instant reviewedAt,

        @Schema(description = "The subject of that clinician's token", nullable = true) @Nullable
        String reviewedBy,

        @Schema(description = "Where help is at any hour, beside the person's own contacts")
        CrisisSupport crisisSupport) {

    static RelapsePlanView of(RelapsePlan plan) {
        return new RelapsePlanView(
                plan.id(),
                plan.patientId(),
                plan.number(),
                plan.content(),
                plan.writtenBy(),
                plan.writtenByClient(),
                plan.writtenAt(),
                plan.agreedAt(),
                plan.reviewedAt(),
                plan.reviewedBy(),
                CrisisSupport.UNITED_STATES);
    }
}
