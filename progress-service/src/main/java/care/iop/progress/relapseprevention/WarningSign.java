package care.iop.progress.relapseprevention;

import care.iop.progress.alert.rule.AgreedLevel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a person notices that a relapse is near, in own words, and in what a check-in says. */
@Schema(name = "WarningSign")
record WarningSign(
        @NotNull @Pattern(regexp = PlanKey.FORM, message = PlanKey.RULE) @Schema(examples = "strong-craving")
        String key,

        @NotNull
        @Schema(
                type = SchemaType.STRING,
                description = "What the person calls it",
                examples = "I can't think of anything else")
        PlanText says,

        @NotNull @Size(min = 1, max = 5) @Schema(description = "It shows when all of these hold for a check-in")
        List<@NotNull @Valid Condition> when,

        @NotNull
        @Size(max = 20)
        @Schema(
                description = "The keys of the coping steps for it, in order; all of the plan's steps when empty",
                examples = "[\"walk\", \"call-sponsor\"]")
        List<@NotNull String> steps,

        @NotNull
        @Size(max = 10)
        @Schema(
                description = "The keys of the contacts to show; all of the plan's contacts when empty",
                examples = "[\"sponsor\"]")
        List<@NotNull String> contacts,

        @NotNull
        @Schema(
                description =
                        "How the care team hears of it: NOBODY, NOTICE (a low alert), ALERT (medium) or URGENT (high)."
                                + " The program's own alert rules go on whatever is chosen",
                examples = "NOTICE")
        AgreedLevel tell) {

    boolean shows(ReportedDay day, boolean meetingPlanned) {
        return when.stream().allMatch(condition -> condition.holds(day, meetingPlanned));
    }
}
