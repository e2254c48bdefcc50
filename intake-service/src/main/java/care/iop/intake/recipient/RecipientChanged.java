package care.iop.intake.recipient;

import care.iop.chassis.consent.PurposeOfUse;
import care.iop.chassis.consent.RecipientClass;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recipient was registered or changed; what services need to know whose machine asks.
 *
 * @param clientSubject the subject of its machine's access token; null when it has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecipientChanged(
        UUID recipientId,
        Set<RecipientClass> classes,
        Set<PurposeOfUse> purposes,
        Set<UUID> participatesIn,
        @Nullable String clientSubject,
        boolean active,
        Instant occurredAt) {

    static final String TYPE = "care.iop.intake.recipient-changed.v1";
}
