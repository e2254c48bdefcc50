package care.iop.intake.authorization;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An authorization that somebody has to look at. */
@Schema(name = "DueAuthorization")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DueAuthorizationView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID patientId,
        @Nullable UUID admissionId,

        @Schema(required = true, examples = "Example Health Plan")
        String payer,

        @Nullable String number,
        @Schema(required = true) AuthorizationStatus status,
        @Schema(required = true) LocalDate validTo,
        @Schema(required = true) List<Why> why,

        @Schema(description = "By when the payer has to hear how treatment goes") @Nullable
        LocalDate reviewDueOn,

        @Nullable LocalDate exhaustsOn,

        @Schema(description = "The first day of treatment that is not covered") @Nullable
        LocalDate firstUncoveredOn,

        @Schema(description = "The day that the forecast is of") @Nullable
        LocalDate asOf) {

    /** Why somebody has to look at it. */
    @Schema(name = "DueAuthorizationReason")
    enum Why {
        REVIEW_DUE,
        RUNS_OUT
    }
}
