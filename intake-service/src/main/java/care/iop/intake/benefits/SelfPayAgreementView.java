package care.iop.intake.benefits;

import care.iop.intake.person.PersonName;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An agreement to pay as staff see it. */
@Schema(name = "SelfPayAgreement")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SelfPayAgreementView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID patientId,
        @Schema(required = true) LocalDate agreedOn,
        @Schema(required = true) SelfPayAgreementRequest.Payer agreedBy,
        @Nullable PersonName payerName,
        @Schema(required = true) String estimateReference,

        @Schema(required = true, description = "As of today")
        boolean inForce,

        @Schema(required = true, description = "The subject of the access token")
        String recordedBy,

        @Schema(required = true) Instant recordedAt,

        @Schema(description = "The first day without the agreement") @Nullable
        LocalDate withdrawnOn,

        @Nullable String withdrawalRecordedBy) {}
