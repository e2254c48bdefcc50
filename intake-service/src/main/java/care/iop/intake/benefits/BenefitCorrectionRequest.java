package care.iop.intake.benefits;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a verification should have said. It is the whole record again, not the difference. */
@Schema(
        description = "What a verification should have said: the whole record again, not the difference",
        examples =
                "{\"coverage\": \"INACTIVE\", \"referenceNumber\": \"REF-20261123-1\", \"verifiedAt\": \"2026-11-23T14:05:00Z\", \"terms\": "
                        + BenefitTerms.EXAMPLE + "}")
record BenefitCorrectionRequest(
        @NotNull CoverageStatus coverage,

        @Nullable @Pattern(regexp = BenefitTerms.LINE, message = BenefitTerms.LINE_RULE)
        String referenceNumber,

        @Schema(examples = "2026-11-23T14:05:00Z") @NotNull Instant verifiedAt,

        @NotNull @Valid BenefitTerms terms) {}
