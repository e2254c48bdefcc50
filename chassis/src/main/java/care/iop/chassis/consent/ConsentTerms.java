package care.iop.chassis.consent;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one consent says, as far as a decision needs it.
 *
 * @param complete whether it is signed and has every element that 42 CFR 2.31 asks for
 * @param recipients the recipients that it names
 * @param recipientClasses the classes that it names instead
 * @param intermediaries exchanges that pass information on to their participants
 * @param signedAt from when it holds; null while nobody has signed
 * @param expiresAt the first instant at which it no longer holds; null for none
 * @param endedAt when the event happened that ends it; null as long as it has not
 * @param revokedAt when it was revoked in writing; null as long as it is not
 */
public record ConsentTerms(
        UUID id,
        ConsentKind kind,
        boolean complete,
        Set<UUID> recipients,
        Set<RecipientClass> recipientClasses,
        List<Intermediary> intermediaries,
        Set<DataClass> dataClasses,
        Set<PurposeOfUse> purposes,
        @Nullable Instant signedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant endedAt,
        @Nullable Instant revokedAt) {

    /** Keeps copies, so that nobody changes a consent after it was read. */
    public ConsentTerms {
        recipients = Set.copyOf(recipients);
        recipientClasses = Set.copyOf(recipientClasses);
        intermediaries = List.copyOf(intermediaries);
        dataClasses = Set.copyOf(dataClasses);
        purposes = Set.copyOf(purposes);
    }

    /**
     * An exchange such as a health information exchange, 42 CFR 2.31(a)(4)(ii).
     *
     * @param recipientId the exchange itself
     * @param participants the participants that the consent names
     * @param treatingParticipants whether it names all participants with a treating relationship
     */
    public record Intermediary(UUID recipientId, Set<UUID> participants, boolean treatingParticipants) {

        /** Keeps a copy. */
        public Intermediary {
            participants = Set.copyOf(participants);
        }
    }
}
