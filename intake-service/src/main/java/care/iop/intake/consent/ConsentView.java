package care.iop.intake.consent;

import care.iop.intake.person.PrivateText;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A consent as callers see it. */
@Schema(name = "Consent")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsentView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID patientId,
        @Schema(required = true) ConsentStatus status,
        @Schema(required = true) ConsentContent content,

        @Schema(required = true, description = "The version of the form's statements")
        String formVersion,

        @Schema(required = true, description = "Which elements a draft still lacks; it can't be signed before")
        List<MissingElement> missing,

        @Nullable Signature signature,
        @Nullable String signatureTakenBy,

        @Schema(description = "The fingerprint of what was signed") @Nullable
        String seal,

        @Schema(description = "The first instant at which it no longer holds") @Nullable
        Instant expiresAt,

        @Nullable Instant endedAt,
        @Nullable Signature revocation,

        @Schema(description = "From when the revocation holds") @Nullable
        Instant revokedAt,

        @Nullable String revocationTakenBy,
        @Nullable PrivateText voidedBecause,
        @Schema(required = true) String draftedBy,
        @Schema(required = true) Instant draftedAt,

        @Schema(
                required = true,
                description =
                        "Whether it was signed before 16 February 2026 with the elements that were required then, which the program accepts")
        boolean earlierElements) {}
