package care.iop.progress.assessment;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A result without its answers, as lists show it. */
@Schema(name = "AssessmentSummary")
record AssessmentSummaryView(
        @Schema(examples = "0190f3a1-8a2e-7d3b-8f4c-6b1e2d3c4a5f")
        UUID id,

        @Schema(examples = "PHQ-9") String instrument,

        @Schema(
                description = "Null when too much was left out, and for instruments without a total",
                nullable = true,
                examples = "11")
        @Nullable
        Integer total,

        @Schema(nullable = true, examples = "moderate") @Nullable
        String band,

        @Schema(description = "Whether every scored item was answered")
        boolean complete,

        @Schema(description = "Whether the mean of the answered items stands in for left out ones")
        boolean prorated,

        Instant takenAt,

        @Schema(description = "The points of each subscale that has some, by its code", examples = "{\"RISK\": 12}")
        Map<String, Integer> subscales,

        @Schema(description = "The result that stands in place of this one; null when none does", nullable = true)
        @Nullable
        UUID replacedById,

        @Schema(
                description =
                        "When it was found to be entered in error; null when it was not. A void result counts nowhere",
                nullable = true)
        @Nullable
        Instant voidedAt) {

    static AssessmentSummaryView of(AssessmentResult result) {
        return new AssessmentSummaryView(
                result.id(),
                result.instrument(),
                result.total(),
                result.band(),
                result.complete(),
                result.prorated(),
                result.takenAt(),
                result.subscales(),
                result.replacedBy(),
                result.voidedAt());
    }
}
