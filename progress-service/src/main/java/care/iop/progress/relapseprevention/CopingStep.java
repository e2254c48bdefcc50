package care.iop.progress.relapseprevention;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something the person can do when a warning sign shows. */
@Schema(name = "CopingStep")
record CopingStep(
        @NotNull @Pattern(regexp = PlanKey.FORM, message = PlanKey.RULE) @Schema(examples = "walk")
        String key,

        @NotNull @Schema(type = SchemaType.STRING, examples = "Walk around the lake until the wave is over")
        PlanText says,

        @Min(1) @Max(240) @Schema(description = "How long it takes", nullable = true, examples = "15") @Nullable
        Integer minutes) {}
