package care.iop.progress.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a revision of the plan says. Keys are the clinician's own, and an objective keeps its progress by its key. */
@Schema(name = "TreatmentPlanContent", examples = PlanContent.EXAMPLE)
record PlanContent(
        @Schema(required = true) @NotEmpty @Size(max = 20) List<@Valid @NotNull Problem> problems,

        @Schema(description = "Ways of treatment that are prescribed; any when absent or empty")
        @Size(max = 10)
        @Nullable
        Set<@NotNull Modality> modalities,

        @Schema(required = true) @NotNull @Valid WeeklyPrescription prescription) {

    static final String KEY = "[A-Z][A-Z0-9.-]{0,19}";
    static final String KEY_RULE = "must be 1 to 20 capitals, digits, dots and hyphens like O1.1";

    static final String EXAMPLE = """
            {
              "problems": [{
                "key": "P1", "statement": "Drinks when alone at home in the evening",
                "goals": [{
                  "key": "G1", "statement": "Evenings without alcohol",
                  "objectives": [{
                    "key": "O1.1", "statement": "Names three own triggers and what helps", "targetOn": "2027-12-31",
                    "interventions": [{"kind": "INDIVIDUAL", "statement": "CBT, weekly: chain analysis of each urge"}]
                  }]
                }]
              }],
              "modalities": ["CBT"],
              "prescription": {
                "daysPerWeek": 5,
                "sessions": [
                  {"kind": "GROUP", "minutes": 180, "timesPerWeek": 3},
                  {"kind": "INDIVIDUAL", "minutes": 60, "timesPerWeek": 2},
                  {"kind": "FAMILY", "minutes": 120, "timesPerWeek": 1}
                ]
              }
            }""";

    /** What is to change. */
    @Schema(name = "PlanProblem")
    record Problem(
            @Schema(required = true, examples = "P1") @NotNull @Pattern(regexp = KEY, message = KEY_RULE)
            String key,

            @Schema(required = true) @NotNull PlanText statement,

            @Schema(required = true) @NotEmpty @Size(max = 10)
            List<@Valid @NotNull Goal> goals) {}

    /** Where the client wants to be. */
    @Schema(name = "PlanGoal")
    record Goal(
            @Schema(required = true, examples = "G1") @NotNull @Pattern(regexp = KEY, message = KEY_RULE)
            String key,

            @Schema(required = true) @NotNull PlanText statement,

            @Schema(required = true) @NotEmpty @Size(max = 10)
            List<@Valid @NotNull Objective> objectives) {}

    /** A step that can be seen to be done or not, by a day. */
    @Schema(name = "PlanObjective")
    record Objective(
            @Schema(required = true, examples = "O1.1") @NotNull @Pattern(regexp = KEY, message = KEY_RULE)
            String key,

            @Schema(required = true) @NotNull PlanText statement,

            @Schema(required = true, description = "By when it should be met") @NotNull
            LocalDate targetOn,

            @Schema(required = true) @NotEmpty @Size(max = 10)
            List<@Valid @NotNull Intervention> interventions) {}

    /** What is done for an objective. */
    @Schema(name = "PlanIntervention")
    record Intervention(
            @Schema(required = true) @NotNull InterventionKind kind,

            @Schema(required = true, description = "What, how often and by whom") @NotNull
            PlanText statement) {}

    Set<Modality> prescribedModalities() {
        return modalities == null ? Set.of() : Set.copyOf(modalities);
    }

    Stream<Objective> objectives() {
        return problems.stream()
                .flatMap(problem -> problem.goals().stream())
                .flatMap(goal -> goal.objectives().stream());
    }

    Optional<Objective> objective(String key) {
        return objectives().filter(objective -> objective.key().equals(key)).findFirst();
    }
}
