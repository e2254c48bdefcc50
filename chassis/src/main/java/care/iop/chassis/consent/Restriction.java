package care.iop.chassis.consent;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the program has agreed not to disclose, 42 CFR 2.26. It wins over every consent.
 *
 * @param recipientId whom it keeps out; null for everybody
 * @param dataClasses what it keeps in; empty for everything
 */
public record Restriction(UUID id, @Nullable UUID recipientId, Set<DataClass> dataClasses) {

    /** Keeps a copy. */
    public Restriction {
        dataClasses = Set.copyOf(dataClasses);
    }

    boolean holdsFor(DisclosureRequest request) {
        return (recipientId == null || recipientId.equals(request.recipientId()))
                && (dataClasses.isEmpty() || dataClasses.contains(request.dataClass()));
    }
}
