package care.iop.intake.duplicate;

import care.iop.intake.person.PrivateText;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Two records side by side, and why they may be of one person. */
@Schema(name = "PossibleDuplicate")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PossibleDuplicateView(
        @Schema(required = true) UUID id,
        @Schema(required = true) ComparedPatient first,
        @Schema(required = true) ComparedPatient second,

        @Schema(
                required = true,
                description = "LIKELY needs the same given name and no different birth date; no pair is ever certain")
        Strength strength,

        @Schema(required = true) int score,

        @Schema(required = true, examples = "same birth date; family name differs by one letter; same given name")
        String explanation,

        @Schema(required = true) List<EvidenceView> evidence,
        @Schema(required = true) PairStatus status,
        @Schema(required = true) Instant foundAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable PrivateText reason) {}
