package care.iop.intake.recipient;

import care.iop.chassis.consent.PurposeOfUse;
import care.iop.chassis.consent.RecipientClass;
import care.iop.intake.person.PersonName;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A recipient as callers see it. */
@Schema(name = "Recipient")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecipientView(
        @Schema(required = true) UUID id,
        @Schema(required = true) PersonName name,
        @Nullable UUID patientId,
        @Schema(required = true) Set<RecipientClass> classes,
        @Schema(required = true) Set<PurposeOfUse> purposes,
        @Schema(required = true) Set<UUID> participatesIn,
        @Nullable String clientSubject,
        @Schema(required = true) boolean active,
        @Schema(required = true) Instant registeredAt) {}
