package care.iop.progress.alert;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One alert as clinicians see it. */
@Schema(name = "Alert")
record AlertView(
        @Schema(examples = "0190f3a1-9d3f-7e4b-8c5d-7a2f3e4d5c6b")
        UUID id,

        @Schema(
                implementation = String.class,
                description =
                        "The identifier of the rule in the clinic's alert policy; rules are added as time goes by",
                examples = "AL-SUI-1")
        AlertRule rule,

        @Schema(examples = "HIGH") Severity severity,
        @Schema(examples = "OPEN") AlertStatus status,

        @Schema(examples = "0190f3a1-6b0d-7c19-8a2b-4e0d1c2b3a49")
        UUID patientId,

        @Schema(description = "The episode it belongs to; null when none was known", nullable = true) @Nullable
        UUID admissionId,

        @Schema(description = "The record that the rule looked at, such as an assessment")
        UUID sourceId,

        Instant raisedAt,
        @Schema(nullable = true) @Nullable Instant acknowledgedAt,

        @Schema(description = "The subject of the token of who acknowledged it", nullable = true) @Nullable
        String acknowledgedBy,

        @Schema(
                implementation = String.class,
                nullable = true,
                description = "What was done; codes are added as time goes by",
                examples = "SAFETY_ASSESSED")
        @Nullable
        AcknowledgementReason reason,

        @Schema(
                implementation = String.class,
                nullable = true,
                description =
                        "Which of the rule's reasons it is; null for a rule with one. Codes are added as time goes by",
                examples = "CRAVING_HIGH")
        @Nullable
        AlertSignal signal,

        @Schema(description = "When it is escalated if nobody acknowledges it; null when it is not", nullable = true)
        @Nullable
        Instant dueAt,

        @Schema(description = "Until when a low one disturbs nobody; null for others", nullable = true) @Nullable
        Instant quietUntil,

        @Schema(description = "How often nobody answered in time", examples = "0")
        int escalations,

        @Schema(description = "The subject of the token of who looks after it", nullable = true) @Nullable
        String assignedTo,

        @Schema(nullable = true) @Nullable Instant assignedAt,

        @Schema(
                implementation = String.class,
                nullable = true,
                description = "What came of it; codes are added as time goes by",
                examples = "CONTACTED")
        @Nullable
        AlertOutcome outcome,

        @Schema(nullable = true) @Nullable Instant outcomeAt,

        @Schema(description = "The subject of the token of who noted the outcome", nullable = true) @Nullable
        String outcomeBy,

        @Schema(
                description =
                        "When the answers that raised it were corrected so that they would not any more. It stays open"
                                + " until a human ends it; null while they stand",
                nullable = true)
        @Nullable
        Instant sourceCorrectedAt) {

    static AlertView of(Alert alert) {
        return new AlertView(
                alert.id(),
                alert.rule(),
                alert.severity(),
                alert.isOpen() ? AlertStatus.OPEN : AlertStatus.ACKNOWLEDGED,
                alert.patientId(),
                alert.admissionId(),
                alert.sourceId(),
                alert.raisedAt(),
                alert.acknowledgedAt(),
                alert.acknowledgedBy(),
                alert.reason(),
                alert.signal(),
                alert.dueAt(),
                alert.quietUntil(),
                alert.escalations(),
                alert.assignedTo(),
                alert.assignedAt(),
                alert.outcome(),
                alert.outcomeAt(),
                alert.outcomeBy(),
                alert.sourceCorrectedAt());
    }
}
