package care.iop.intake.disclosure;

import java.time.Instant;
import java.util.UUID;

/** A recipient treats a person, or no longer does. */
record TreatingRelationshipChanged(
        UUID relationshipId, UUID patientId, UUID recipientId, boolean ended, Instant occurredAt) {

    static final String TYPE = "care.iop.intake.treating-relationship-changed.v1";
}
