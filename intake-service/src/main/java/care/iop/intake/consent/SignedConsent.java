package care.iop.intake.consent;

import care.iop.chassis.consent.DataClass;
import care.iop.chassis.consent.PurposeOfUse;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A consent that was signed, as a recipient may be told of it; who else it names is not among it.
 *
 * @param expiresAt when it ends by its date; null when it has none
 */
public record SignedConsent(
        UUID id,
        UUID patientId,
        long version,
        ConsentStatus status,
        Set<DataClass> dataClasses,
        Set<PurposeOfUse> purposes,
        @Nullable Instant signedAt,
        @Nullable Instant expiresAt,
        Instant changedAt) {

    /** Keeps copies. */
    public SignedConsent {
        dataClasses = Set.copyOf(dataClasses);
        purposes = Set.copyOf(purposes);
    }

    /** Whether it holds at a moment, as far as its own dates say. */
    public boolean isInForce(Instant at) {
        return status == ConsentStatus.ACTIVE && (expiresAt == null || at.isBefore(expiresAt));
    }
}
