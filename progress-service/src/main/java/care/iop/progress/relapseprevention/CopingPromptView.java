package care.iop.progress.relapseprevention;

import care.iop.progress.alert.rule.AgreedLevel;
import care.iop.progress.safety.CrisisSupport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the person's own plan says to a check-in in which a warning sign shows. */
@Schema(name = "CopingPrompt")
public record CopingPromptView(
        @Schema(examples = "0190f3a1-9d3f-7e4b-8c5d-7a2f3e4d5c6b")
        UUID id,

        @Schema(examples = "0190f3a1-6b0d-7c19-8a2b-4e0d1c2b3a49")
        UUID patientId,

        UUID checkInId,

        @Schema(description = "The day of the check-in", examples = "2026-11-23")
        LocalDate forOn,

        @Schema(description = "The version of the plan that answered")
        UUID planId,

        @Schema(
                description = "What the person calls the signs that show",
                examples = "[\"I can't think of anything else\"]")
        List<PlanText> warningSigns,

        @Schema(description = "What to do now; null when a step has helped, or all were tried", nullable = true)
        @Nullable
        CopingStep nextStep,

        @Schema(description = "All steps for these signs; those that did not help last time come last")
        List<Step> steps,

        @Schema(description = "Whom the person chose to turn to")
        List<PlanContact> contacts,

        @Schema(description = "What the person means to do in the situations that the check-in speaks of")
        List<HighRiskSituation> highRiskSituations,

        @Schema(description = "Where help is at any hour") CrisisSupport crisisSupport,

        @Schema(description = "How loud the care team is told, as the person agreed", examples = "NOTICE")
        AgreedLevel told,

        Instant shownAt,

        @Schema(description = "When the person last said whether a step helped", nullable = true) @Nullable
        Instant notedAt) {

    /** A step and whether it helped. */
    @Schema(name = "ShownCopingStep")
    record Step(
            CopingStep step,

            @Schema(description = "Null while nothing is noted of it", nullable = true) @Nullable
            StepOutcome outcome) {}

    /** The prompt in the words of the version of the plan that answered. */
    static CopingPromptView of(CopingPrompt prompt, PlanContent content) {
        var signs = content.signsOf(prompt.signs());
        var steps = content.stepsOf(prompt.steps());
        var next = prompt.nextStep().orElse("");
        return new CopingPromptView(
                prompt.id(),
                prompt.patientId(),
                prompt.checkInId(),
                prompt.forOn(),
                prompt.planId(),
                signs.stream().map(WarningSign::says).toList(),
                steps.stream()
                        .filter(step -> step.key().equals(next))
                        .findFirst()
                        .orElse(null),
                steps.stream()
                        .map(step -> new Step(step, prompt.outcomeOf(step.key()).orElse(null)))
                        .toList(),
                content.contactsFor(signs),
                content.situationsOf(prompt.triggers()),
                CrisisSupport.UNITED_STATES,
                prompt.told(),
                prompt.shownAt(),
                prompt.notedAt());
    }
}
