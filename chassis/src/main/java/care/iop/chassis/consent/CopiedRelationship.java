package care.iop.chassis.consent;

import java.util.Objects;
import java.util.UUID;

/** What is read of the event that a recipient treats a person, or no longer does. */
record CopiedRelationship(UUID relationshipId, UUID patientId, UUID recipientId, boolean ended) {

    CopiedRelationship {
        Objects.requireNonNull(relationshipId, "relationshipId");
        Objects.requireNonNull(patientId, "patientId");
        Objects.requireNonNull(recipientId, "recipientId");
    }
}
