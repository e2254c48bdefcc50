package care.iop.intake.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A consent to treatment as callers see it. */
@Schema(name = "TreatmentConsent")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TreatmentConsentView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID patientId,
        @Schema(required = true) Signature signature,
        @Schema(required = true) String takenBy,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawalTakenBy) {

    /** A patient's consents to treatment, earliest recorded first. */
    @Schema(name = "TreatmentConsentList")
    record Items(@Schema(required = true) List<TreatmentConsentView> items) {}
}
