package care.iop.intake.placement;

import care.iop.intake.level.LevelOfCare;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the rule set answers to facts: a recommendation for a clinician, which admits nobody. */
@Schema(name = "PlacementAdvice", description = "A recommendation for a clinician. It admits nobody.")
record PlacementAdvice(
        @Schema(required = true) Decision decision,

        @Schema(description = "Absent when a danger comes first, facts are missing, or treatment is not indicated")
        @Nullable
        LevelOfCare recommendedLevel,

        @Schema(description = "Delivered together with the recommended level") @Nullable
        LevelOfCare concurrentLevel,

        @Schema(required = true, description = "Whether the program has to treat mental illness along with addiction")
        boolean coOccurringCapable,

        @Schema(required = true) List<Alternative> alternatives,

        @Schema(required = true, description = "Every rule that matches, in the order of the rule set")
        List<Reason> reasons,

        @Schema(required = true) List<RequiredAction> requiredActions,

        @Schema(
                required = true,
                description = "JSON pointers of what the rules need and do not know",
                examples = "[\"/ratings/d4\"]")
        List<String> missingInputs,

        @Schema(required = true) CandidateChecks candidateChecks,

        @Schema(required = true, description = "Other ways to attend, when the person can't come often enough")
        List<Track> trackAlternatives,

        @Schema(description = "Hours of treatment a week that the recommended level takes") @Nullable
        WeeklyHours weeklyHours,

        @Schema(required = true, description = "What should be looked at, in plain words")
        List<String> notes,

        @Schema(description = "How the recommendation compares with the level found elsewhere") @Nullable
        ExternalAgreement externalAgreement,

        @Schema(description = "How the recommendation compares with the present level") @Nullable
        LevelChange levelChange,

        @Schema(
                required = true,
                description = "Whether the person is a minor: state law and 42 CFR 2.14 say who consents")
        boolean guardianConsentRulesApply,

        @Schema(required = true) ReassessBy reassess,

        @Schema(required = true, examples = "loc-1.0") String ruleSetVersion,

        @Schema(required = true, description = "SHA-256 of the facts in canonical form")
        String inputsHash,

        @Schema(required = true, description = "Whose thresholds these are")
        String policy,

        @Schema(required = true) String disclaimer) {

    static final String DISCLAIMER =
            "This is decision support by rules of our own. It is not medical advice, holds no text of the ASAM Criteria,"
                    + " and is not made, reviewed or endorsed by their publisher; levels are named by short identifiers only."
                    + " A licensed clinician accepts it or decides otherwise.";

    /** A rule that matches. */
    @Schema(name = "PlacementReason")
    record Reason(
            @Schema(required = true, examples = "I1") String ruleId,
            @Schema(required = true) Rule.Severity severity,

            @Schema(required = true, description = "Whether the decision is this rule's")
            boolean decisive,

            @Schema(required = true) List<FactUsed> factsUsed,
            @Schema(required = true) String text) {}

    /** Something to be done until a time. */
    @Schema(name = "RequiredAction")
    record RequiredAction(
            @Schema(required = true) ActionCode code,

            @Schema(
                    required = true,
                    description = "Immediately: the time of the assessment. Otherwise the end of a day")
            Instant dueAt,

            @Schema(required = true, description = "Whether treatment can't start before it is done")
            boolean safety,

            @Schema(required = true) String text) {}

    /**
     * Whether the person is somebody for whom intensive outpatient treatment is meant; each is absent when unknown. They
     * stand beside the level and do not decide it.
     */
    @Schema(
            name = "CandidateChecks",
            description = "Beside the level, which they do not decide; each is absent when it is unknown")
    record CandidateChecks(
            @Nullable Boolean noDetoxOr24h,
            @Nullable Boolean safeSupportiveHome,
            @Nullable Boolean canCommit,
            @Nullable Boolean needsMoreThanOutpatient,
            @Nullable Boolean continuityFromHigherLevel) {}

    /**
     * Hours of treatment a week.
     *
     * @param below the level ends before so many hours; absent for no bound
     */
    @Schema(name = "LevelHours")
    record WeeklyHours(
            @Schema(required = true) BigDecimal atLeast,

            @Schema(description = "Not so many; absent for no bound") @Nullable
            BigDecimal below) {}

    /** When to look again, whichever comes first; also on an alert of high severity, a change of level, and discharge. */
    @Schema(
            name = "ReassessBy",
            description =
                    "Whichever comes first; also on an alert of high severity, a change of level, and at discharge")
    record ReassessBy(
            @Schema(required = true) int days,
            @Schema(required = true) int sessions) {}

    /** How a level that was found elsewhere compares; levels of two editions are never compared. */
    enum ExternalAgreement {
        AGREES,
        DIFFERS,
        OTHER_EDITION,
        NO_RECOMMENDATION
    }

    /** From the present level to the recommended one. */
    enum LevelChange {
        SAME,
        STEP_UP,
        STEP_DOWN
    }
}
