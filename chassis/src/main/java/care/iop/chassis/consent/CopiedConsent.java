package care.iop.chassis.consent;

import care.iop.chassis.consent.ConsentTerms.Intermediary;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is read of the event that a consent was signed or ended.
 *
 * @param status a consent that was signed is ACTIVE, REVOKED or ENDED; in any other state it permits nothing
 * @param earlierElements whether it has only the elements that were required before 16 February 2026; absent for no
 */
record CopiedConsent(
        UUID consentId,
        UUID patientId,
        ConsentKind kind,
        String status,
        @Nullable Boolean earlierElements,
        Set<UUID> recipients,
        Set<RecipientClass> recipientClasses,
        List<Intermediary> intermediaries,
        Set<DataClass> dataClasses,
        Set<PurposeOfUse> purposes,
        @Nullable Instant signedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant endedAt,
        @Nullable Instant revokedAt) {

    CopiedConsent {
        Objects.requireNonNull(consentId, "consentId");
        Objects.requireNonNull(patientId, "patientId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(status, "status");
        recipients = Set.copyOf(recipients);
        recipientClasses = Set.copyOf(recipientClasses);
        intermediaries = List.copyOf(intermediaries);
        dataClasses = Set.copyOf(dataClasses);
        purposes = Set.copyOf(purposes);
    }

    private static final Set<String> SIGNED = Set.of("ACTIVE", "REVOKED", "ENDED");

    ConsentTerms terms(boolean earlierElementsAccepted) {
        return new ConsentTerms(
                consentId,
                kind,
                SIGNED.contains(status) && (earlierElementsAccepted || !Boolean.TRUE.equals(earlierElements)),
                recipients,
                recipientClasses,
                intermediaries,
                dataClasses,
                purposes,
                signedAt,
                expiresAt,
                endedAt,
                revokedAt);
    }
}
