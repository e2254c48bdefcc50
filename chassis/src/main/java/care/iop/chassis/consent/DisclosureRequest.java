package care.iop.chassis.consent;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * The question: may this recipient see this part of the record for this purpose at this moment?
 *
 * @param recipientClasses the classes that the recipient is registered in
 * @param participatesIn the exchanges that the recipient takes part in
 * @param treatingRelationship whether a treating relationship between recipient and person is on record
 * @param unattended whether a machine asks, without a member of staff who decides
 */
public record DisclosureRequest(
        UUID recipientId,
        Set<RecipientClass> recipientClasses,
        Set<UUID> participatesIn,
        boolean treatingRelationship,
        DataClass dataClass,
        PurposeOfUse purpose,
        Instant at,
        boolean unattended) {

    /** Keeps copies. */
    public DisclosureRequest {
        recipientClasses = Set.copyOf(recipientClasses);
        participatesIn = Set.copyOf(participatesIn);
    }
}
