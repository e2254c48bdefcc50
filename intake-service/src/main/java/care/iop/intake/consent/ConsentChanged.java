package care.iop.intake.consent;

import care.iop.chassis.consent.ConsentKind;
import care.iop.chassis.consent.ConsentTerms.Intermediary;
import care.iop.chassis.consent.DataClass;
import care.iop.chassis.consent.PurposeOfUse;
import care.iop.chassis.consent.RecipientClass;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A consent was signed, or it ended. All that a decision needs, so that a service can keep its own copy.
 *
 * @param earlierElements whether it has only the elements that were required before 16 February 2026
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsentChanged(
        UUID consentId,
        UUID patientId,
        ConsentKind kind,
        ConsentStatus status,
        boolean earlierElements,
        Set<UUID> recipients,
        Set<RecipientClass> recipientClasses,
        List<Intermediary> intermediaries,
        Set<DataClass> dataClasses,
        Set<PurposeOfUse> purposes,
        @Nullable Instant signedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant endedAt,
        @Nullable Instant revokedAt,
        Instant occurredAt) {

    /** Keeps sets in order, so that the same consent is told in the same words. */
    ConsentChanged {
        recipients = ordered(recipients);
        recipientClasses = ordered(recipientClasses);
        dataClasses = ordered(dataClasses);
        purposes = ordered(purposes);
    }

    private static <T extends Comparable<T>> Set<T> ordered(Set<T> values) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }

    static final String TYPE = "care.iop.intake.consent-changed.v1";
}
