package care.iop.intake.benefits;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody was told by a payer.
 *
 * @param referenceNumber by which the payer finds the conversation again
 * @param reverifies the verification that this one repeats
 */
@Schema(
        description = "What somebody was told by a payer",
        examples =
                "{\"coverage\": \"ACTIVE\", \"source\": \"PHONE\", \"referenceNumber\": \"REF-20261123-1\", \"verifiedAt\": \"2026-11-23T14:05:00Z\", \"terms\": "
                        + BenefitTerms.EXAMPLE + "}")
record BenefitVerificationRequest(
        @NotNull CoverageStatus coverage,

        @Schema(description = "PHONE or PORTAL") @NotNull VerificationSource source,

        @Schema(description = "By which the payer finds the conversation again", examples = "REF-20261123-1")
        @Nullable
        @Pattern(regexp = BenefitTerms.LINE, message = BenefitTerms.LINE_RULE)
        String referenceNumber,

        @Schema(description = "When the payer said it", examples = "2026-11-23T14:05:00Z") @NotNull
        Instant verifiedAt,

        @NotNull @Valid BenefitTerms terms,

        @Schema(
                description =
                        "The verification of the same coverage that this one repeats; from now on only the new one counts")
        @Nullable
        UUID reverifies) {}
