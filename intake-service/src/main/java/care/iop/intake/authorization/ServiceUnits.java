package care.iop.intake.authorization;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Units of one service. */
@Schema(name = "ServiceUnits")
record ServiceUnits(
        @Schema(required = true, description = "One of the codes that the program counts", examples = "H0015")
        @NotNull
        @Pattern(regexp = "[A-Z0-9]{4,7}", message = "must be a procedure or revenue code such as H0015")
        String code,

        @Schema(required = true, minimum = "0", maximum = "9999", examples = "20") @NotNull @Min(0) @Max(9999)
        Integer units) {}
