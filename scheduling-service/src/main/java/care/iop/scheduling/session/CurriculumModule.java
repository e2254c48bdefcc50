package care.iop.scheduling.session;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One unit of what a series teaches. */
@Schema(name = "CurriculumModule")
public record CurriculumModule(
        @Schema(required = true, description = "Stays when the title is reworded", examples = "CRAVINGS")
        @NotNull
        @Pattern(
                regexp = "[A-Z0-9][A-Z0-9_-]{0,39}",
                message = "must be at most 40 capital letters, digits, _ and -, like CRAVINGS-1")
        String code,

        @Schema(required = true, examples = "Cravings and urges") @NotBlank @Size(max = 120)
        String title) {}
