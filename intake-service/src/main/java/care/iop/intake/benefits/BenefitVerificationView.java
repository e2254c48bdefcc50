package care.iop.intake.benefits;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A benefit verification as staff see it. */
@Schema(name = "BenefitVerification")
@JsonInclude(JsonInclude.Include.NON_NULL)
record BenefitVerificationView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID patientId,
        @Schema(required = true) CoverageStatus coverage,
        @Schema(required = true) VerificationSource source,
        @Nullable String referenceNumber,
        @Schema(required = true) Instant verifiedAt,

        @Schema(required = true, description = "The subject of the access token of who asked, or corrected")
        String verifiedBy,

        @Schema(required = true) Instant recordedAt,

        @Schema(description = "The last day that the program relies on it; absent unless coverage is ACTIVE") @Nullable
        LocalDate reverifyDueOn,

        @Schema(description = "Why not later") Reverification.@Nullable Reason reverifyReason,

        @Schema(required = true, description = "Whether that day is over and no later verification took its place")
        boolean overdue,

        @Schema(required = true, description = "When benefits are verified again, and whose policy that is")
        String policy,

        @Schema(
                required = true,
                description = "Where the payer contradicts itself: nothing was chosen or summed, a person corrects it")
        List<String> conflicts,

        @Schema(required = true, description = "What the payer's machine said that the record has no place for")
        List<String> notes,

        @Schema(required = true) BenefitTerms terms,

        @Schema(description = "The verification that this one corrects or repeats") @Nullable
        UUID supersedes,

        @Schema(description = "The verification that took this one's place; absent for the one that counts") @Nullable
        UUID supersededBy) {}
