package care.iop.intake.disclosure;

import care.iop.chassis.consent.DataClass;
import care.iop.chassis.consent.PurposeOfUse;
import care.iop.intake.person.PrivateText;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A disclosure as it stands in the account. */
@Schema(name = "Disclosure")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DisclosureView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID patientId,
        @Schema(required = true) UUID recipientId,
        @Schema(required = true) Instant disclosedAt,
        @Schema(required = true) Set<DataClass> dataClasses,

        @Schema(required = true, description = "What was told, in words")
        PrivateText what,

        @Schema(required = true) PurposeOfUse purpose,
        @Schema(required = true) Disclosure.Basis basis,

        @Schema(required = true, description = "The consents that permitted it")
        Set<UUID> consentIds,

        Disclosure.@Nullable Emergency emergency,
        @Schema(required = true) Disclosure.Channel channel,

        @Schema(required = true, description = "The wording of the notice that went with it")
        String noticeVersion,

        @Schema(
                required = true,
                description = "The subject of the access token of who disclosed, or of the machine that asked")
        String disclosedBy,

        @Schema(required = true) String requestId) {}
