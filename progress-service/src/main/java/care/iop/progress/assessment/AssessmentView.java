package care.iop.progress.assessment;

import care.iop.chassis.instrument.Answers;
import care.iop.chassis.instrument.InstrumentDefinition;
import care.iop.chassis.instrument.Score;
import care.iop.progress.alert.rule.ResultFacts;
import care.iop.progress.alert.rule.Rules;
import care.iop.progress.safety.CrisisSupport;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A result with its answers. */
@Schema(name = "Assessment")
record AssessmentView(
        @Schema(examples = "0190f3a1-8a2e-7d3b-8f4c-6b1e2d3c4a5f")
        UUID id,

        @Schema(examples = "0190f3a1-6b0d-7c19-8a2b-4e0d1c2b3a49")
        UUID patientId,

        @Schema(description = "The episode it belongs to; null when none was known", nullable = true) @Nullable
        UUID admissionId,

        @Schema(examples = "PHQ-9") String instrument,
        @Schema(examples = "phq-9/1") String scorerVersion,

        @Schema(description = "The value of each answered item by the item's id", examples = "{\"1\": 2, \"9\": 0}")
        Map<String, Integer> answers,

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

        @Schema(description = "The scored items that were left out", examples = "[]")
        List<String> missingItems,

        @Schema(description = "Why there is no total; null when there is one", nullable = true)
        Score.@Nullable NoTotalReason noTotalBecause,

        @Schema(nullable = true) @Nullable CrisisSupport crisisSupport,

        Instant takenAt,
        Instant recordedAt,

        @Schema(description = "Points of groups of items; empty where the instrument has none")
        List<Score.SubscaleScore> subscales,

        @Schema(description = "Patterns of answers that the instrument looks for")
        List<Score.Pattern> patterns,

        @Schema(description = "Answers that add no points and are reported as they are")
        List<Score.LoneAnswer> reportedAlone,

        @Schema(
                description = "The result that this one stands in place of; null when it corrects none",
                nullable = true)
        @Nullable
        UUID correctsId,

        @Schema(
                implementation = String.class,
                description = "Why it was corrected; codes are added as time goes by",
                nullable = true,
                examples = "ENTRY_ERROR")
        @Nullable
        CorrectionReason correctionReason,

        @Schema(description = "The result that stands in place of this one; null when none does", nullable = true)
        @Nullable
        UUID replacedById,

        @Schema(
                description =
                        "When it was found to be entered in error; null when it was not. A void result counts nowhere",
                nullable = true)
        @Nullable
        Instant voidedAt,

        @Schema(description = "The subject of the token of who voided it", nullable = true) @Nullable
        String voidedBy,

        @Schema(
                implementation = String.class,
                description = "Why it was voided; codes are added as time goes by",
                nullable = true,
                examples = "WRONG_PERSON")
        @Nullable
        VoidReason voidReason,

        @Schema(
                description =
                        "When a clinician went through it with the person, and what it changed; the first one first")
        List<AssessmentReviewView> reviews) {

    static AssessmentView of(
            AssessmentResult result, InstrumentDefinition instrument, Rules rules, List<AssessmentReview> reviews) {
        var answers = result.answers();
        var facts = ResultFacts.of(instrument, answers);
        var score = facts.score();
        var speaksOfSelfHarm =
                rules.of(facts).stream().anyMatch(verdict -> verdict.rule().isAboutSuicide());
        return new AssessmentView(
                result.id(),
                result.patientId(),
                result.admissionId(),
                result.instrument(),
                result.scorerVersion(),
                inOrderOfTheForm(answers, instrument),
                result.total(),
                result.band(),
                result.complete(),
                result.prorated(),
                score.missingItems(),
                result.total() == null ? score.noTotalBecause() : null,
                speaksOfSelfHarm ? CrisisSupport.UNITED_STATES : null,
                result.takenAt(),
                result.recordedAt(),
                score.subscales(),
                score.patterns(),
                score.reportedAlone(),
                result.corrects(),
                result.correctionReason(),
                result.replacedBy(),
                result.voidedAt(),
                result.voidedBy(),
                result.voidReason(),
                reviews.stream().map(AssessmentReviewView::of).toList());
    }

    private static Map<String, Integer> inOrderOfTheForm(Answers answers, InstrumentDefinition instrument) {
        var ordered = new LinkedHashMap<String, Integer>();
        for (var item : instrument.items()) {
            var value = answers.byItem().get(item.id());
            if (value != null) {
                ordered.put(item.id(), value);
            }
        }
        return ordered;
    }
}
