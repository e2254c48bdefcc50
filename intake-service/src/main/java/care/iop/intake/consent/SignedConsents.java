package care.iop.intake.consent;

import care.iop.chassis.consent.RecipientClass;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The consents that name a recipient, for features that tell that recipient of them. */
@ApplicationScoped
public class SignedConsents {

    private final Consents consents;

    SignedConsents(Consents consents) {
        this.consents = consents;
    }

    /** The consent, when it was signed and names the recipient. */
    @Transactional(TxType.MANDATORY)
    public Optional<SignedConsent> find(UUID id, UUID recipientId, Set<RecipientClass> classes) {
        return consents.findByIdOptional(id)
                .filter(consent -> names(consent, recipientId, classes))
                .map(Consent::signed);
    }

    /** All of a patient that were signed and name the recipient, in order of identifier. */
    @Transactional(TxType.MANDATORY)
    public List<SignedConsent> of(UUID patientId, UUID recipientId, Set<RecipientClass> classes) {
        return consents.signed(patientId).stream()
                .filter(consent -> names(consent, recipientId, classes))
                .map(Consent::signed)
                .toList();
    }

    private static boolean names(Consent consent, UUID recipientId, Set<RecipientClass> classes) {
        var content = consent.content();
        return consent.isSigned()
                && (content.everyRecipient().contains(recipientId)
                        || !Collections.disjoint(content.recipientClasses(), classes));
    }
}
