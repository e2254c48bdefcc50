package care.iop.intake.authorization;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who is asked to allow treatment. */
@Schema(name = "AuthorizationPayer")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuthorizationPayer(
        @Schema(required = true, examples = "Example Health Plan", maxLength = 200)
        @NotNull
        @Pattern(regexp = LINE, message = LINE_RULE)
        String name,

        @Schema(description = "By which the payer is addressed in X12", examples = "EX001")
        @Nullable
        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9-]{1,79}", message = "must have 2 to 80 letters, digits and hyphens")
        String electronicId) {

    static final String LINE = "(?!\\s*$)\\P{Cntrl}{1,200}";
    static final String LINE_RULE = "must have 1 to 200 characters and no control characters";
}
