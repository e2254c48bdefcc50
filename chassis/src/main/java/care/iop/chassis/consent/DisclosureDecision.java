package care.iop.chassis.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer, and what each consent had to say.
 *
 * @param permitted whether the information may be disclosed
 * @param basis the consent that permits it; null when none does
 * @param findings why, the decisive ones first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DisclosureDecision(
        @Schema(required = true) boolean permitted,

        @Schema(description = "The consent that permits the disclosure") @Nullable
        UUID basis,

        @Schema(required = true, description = "What decided, and what each consent had to say")
        List<Finding> findings) {

    /** Keeps a copy. */
    public DisclosureDecision {
        findings = List.copyOf(findings);
    }

    /**
     * What one consent or one rule says.
     *
     * @param id the consent or restriction; null for a rule that looks at none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DisclosureFinding")
    public record Finding(
            @Schema(description = "The consent or the restriction") @Nullable
            UUID id,

            @Schema(required = true) DisclosureReason reason,
            @Schema(required = true) String explanation) {

        static Finding of(@Nullable UUID id, DisclosureReason reason) {
            return new Finding(id, reason, reason.explanation());
        }
    }
}
