package care.iop.intake.estimate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One service with who pays what of it: deductible, copay and coinsurance are the patient's, and the rest is the plan's. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EstimatedLine(
        @Schema(required = true, description = "Where the service stands in the request, from 0", examples = "0")
        int position,

        @Schema(required = true) LocalDate on,
        @Schema(required = true) ServiceKind service,
        @Nullable String code,

        @Schema(required = true) Money allowed,
        @Schema(required = true) Money deductible,
        @Schema(required = true) Money copay,
        @Schema(required = true) Money coinsurance,

        @Schema(
                required = true,
                description = "What the patient does not owe because the out-of-pocket maximum is reached")
        Money spared,

        @Schema(required = true, description = "deductible + copay + coinsurance")
        Money patient,

        @Schema(required = true, description = "allowed - patient")
        Money plan,

        @Schema(description = "Left after this service") @Nullable
        Money deductibleRemaining,

        @Schema(description = "Left after this service") @Nullable
        Money outOfPocketRemaining) {}
