package care.iop.intake.admission;

import care.iop.intake.referral.Referrals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Ends the waiting for a first service when the first session was given, as attendance says by now. */
@ApplicationScoped
public class FirstSession {

    private final Admissions admissions;
    private final Referrals referrals;

    FirstSession(Admissions admissions, Referrals referrals) {
        this.admissions = admissions;
        this.referrals = referrals;
    }

    /**
     * Takes over when a stay's first session began. What nobody was admitted for is left alone.
     *
     * @param first looked up when no other event of the same referral can change it any more; empty when a correction took
     *     the only one back
     */
    @Transactional(TxType.MANDATORY)
    public void began(UUID admissionId, Supplier<Optional<Instant>> first) {
        admissions
                .findByIdOptional(admissionId)
                .flatMap(admission -> referrals.findLocked(admission.referralId()))
                .ifPresent(referral -> referral.firstSessionBegan(first.get().orElse(null)));
    }
}
