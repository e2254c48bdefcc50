package care.iop.chassis.consent;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is read of the event that something is not to be disclosed, or may be again. */
record CopiedRestriction(
        UUID restrictionId, UUID patientId, @Nullable UUID recipientId, Set<DataClass> dataClasses, boolean ended) {

    CopiedRestriction {
        Objects.requireNonNull(restrictionId, "restrictionId");
        Objects.requireNonNull(patientId, "patientId");
        dataClasses = Set.copyOf(dataClasses);
    }

    Restriction terms() {
        return new Restriction(restrictionId, recipientId, dataClasses);
    }
}
