package care.iop.chassis.consent;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is read of the event that a recipient was registered or changed: whose machine asks, and for what it may. */
record CopiedRecipient(
        UUID recipientId,
        Set<RecipientClass> classes,
        Set<PurposeOfUse> purposes,
        Set<UUID> participatesIn,
        @Nullable String clientSubject,
        boolean active) {

    CopiedRecipient {
        Objects.requireNonNull(recipientId, "recipientId");
        classes = Set.copyOf(classes);
        purposes = Set.copyOf(purposes);
        participatesIn = Set.copyOf(participatesIn);
    }

    /**
     * What a machine asks for: a purpose that it states has to be one that it is registered for; without one treatment, or the
     * only one it has.
     */
    Optional<PurposeOfUse> purpose(@Nullable String stated) {
        if (stated != null) {
            return purposes.stream()
                    .filter(purpose -> purpose.code().equals(stated))
                    .findFirst();
        }
        return purposes.contains(PurposeOfUse.TREATMENT)
                ? Optional.of(PurposeOfUse.TREATMENT)
                : purposes.stream().findFirst().filter(only -> purposes.size() == 1);
    }
}
