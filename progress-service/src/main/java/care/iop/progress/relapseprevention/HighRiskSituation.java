package care.iop.progress.relapseprevention;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A situation in which relapse is likely for this person, and what they mean to do in it. */
@Schema(name = "HighRiskSituation")
record HighRiskSituation(
        @NotNull @Schema(type = SchemaType.STRING, examples = "Payday with nothing planned")
        PlanText says,

        @Schema(
                description =
                        "Shown when a check-in with a warning sign names this trigger; null to show it in the plan only",
                nullable = true,
                examples = "MONEY")
        @Nullable
        Trigger trigger,

        @NotNull @Size(min = 1, max = 10) @Schema(examples = "[\"Have dinner at my sister's\"]")
        List<@NotNull PlanText> strategies) {}
