package care.iop.progress.earlywarning;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A model with all that is needed to judge it. */
@Schema(name = "WarningModel")
record WarningModelView(
        @Schema(examples = "0190f3a1-7c1e-7d2a-9b3c-5f1e2d3c4b5a")
        UUID id,

        @Schema(
                implementation = String.class,
                description = "TRAINED, APPROVED (it warns) or RETIRED; codes are added as time goes by",
                examples = "TRAINED")
        WarningModel.Status status,

        @Schema(description = "The subject of the operator's token", examples = "5d0f3c2b-1a09-4f8e-9d7c-6b5a4f3e2d1c")
        String trainedBy,

        Instant trainedAt,

        @Schema(description = "The last day that was looked at", examples = "2026-11-22")
        LocalDate examplesUntil,

        @Schema(description = "Weeks of people that it learned from", examples = "15321")
        int examples,

        @Schema(description = "Of these, weeks before somebody dropped out within 14 days", examples = "1204")
        int dropouts,

        @Schema(description = "What one standard deviation more of each signal does to the odds")
        List<Weight> weights,

        Evaluation evaluation,

        @Schema(
                description = "The probability from which on it warns; null before the approval",
                nullable = true,
                examples = "0.2")
        @Nullable
        BigDecimal threshold,

        @Schema(nullable = true, examples = "5d0f3c2b-1a09-4f8e-9d7c-6b5a4f3e2d1c") @Nullable
        String approvedBy,

        @Schema(nullable = true) @Nullable Instant approvedAt,

        @Schema(nullable = true, examples = "5d0f3c2b-1a09-4f8e-9d7c-6b5a4f3e2d1c") @Nullable
        String retiredBy,

        @Schema(nullable = true) @Nullable Instant retiredAt) {

    /** The weight of one signal. */
    @Schema(name = "WarningModelWeight")
    record Weight(
            @Schema(description = "The signal; signals are added as time goes by", examples = "MISSED")
            String signal,

            @Schema(description = "Odds of dropping out are multiplied by this", examples = "1.8")
            double oddsRatio) {}

    static List<Weight> weights(LogisticRegression regression) {
        var signals = Signal.values();
        var weights = new ArrayList<Weight>();
        for (int i = 0; i < signals.length; i++) {
            weights.add(
                    new Weight(signals[i].name(), Math.exp(regression.weights().get(i))));
        }
        return List.copyOf(weights);
    }
}
