package care.iop.intake.benefits;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A question to a payer as staff see it. */
@Schema(name = "EligibilityInquiry")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EligibilityInquiryView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID patientId,
        @Schema(required = true) String payer,
        @Schema(required = true) String payerElectronicId,
        @Schema(required = true) LocalDate serviceOn,

        @Schema(required = true, description = "Comes back in the answer, which is recognized by it")
        String trace,

        @Schema(required = true, description = "Of the interchange")
        String controlNumber,

        @Schema(required = true) EligibilityInquiry.Status status,

        @Schema(description = "What went wrong and what to do, in words for staff") @Nullable
        String outcome,

        @Schema(required = true, description = "The ASC X12 270 (005010X279A1)")
        String x12,

        @Schema(description = "The verification that the answer takes the place of") @Nullable
        UUID reverifies,

        @Schema(description = "The answer") @Nullable UUID verificationId,

        @Schema(required = true, description = "The subject of the access token")
        String askedBy,

        @Schema(required = true) Instant askedAt) {}
