package care.iop.intake.consent;

import care.iop.chassis.consent.ConsentKind;
import care.iop.chassis.consent.DataClass;
import care.iop.chassis.consent.DisclosureRules;
import care.iop.chassis.consent.PurposeOfUse;
import java.util.EnumSet;
import java.util.Set;

/** Tells which of the elements that the rule asks for a consent lacks. Signature and date come with the signature itself. */
final class ConsentElements {

    private ConsentElements() {}

    /** What is missing; empty for a consent that can be signed. */
    static Set<ConsentElement> missing(ConsentContent content) {
        var missing = EnumSet.noneOf(ConsentElement.class);
        note(missing, content.discloser() != null, ConsentElement.DISCLOSER);
        note(missing, content.information() != null, ConsentElement.INFORMATION);
        note(missing, !content.dataClasses().isEmpty(), ConsentElement.DATA_CLASSES);
        note(
                missing,
                !content.recipients().isEmpty()
                        || !content.recipientClasses().isEmpty()
                        || !content.exchanges().isEmpty(),
                ConsentElement.RECIPIENT);
        note(
                missing,
                content.exchanges().stream()
                        .allMatch(exchange -> exchange.treatingParticipants()
                                || !exchange.participants().isEmpty()),
                ConsentElement.EXCHANGE_PARTICIPANTS);
        note(missing, !content.purposes().isEmpty(), ConsentElement.PURPOSE);
        note(missing, content.statements().contains(Statement.RIGHT_TO_REVOKE), ConsentElement.RIGHT_TO_REVOKE);
        note(missing, endsAsItMay(content), ConsentElement.EXPIRY);
        ofItsKind(missing, content);
        return missing;
    }

    /**
     * What is missing of the elements that were required before 16 February 2026: no statements on redisclosure and refusal, but
     * recipients by name, a class only through an exchange, and always a date or event on which it ends. That counseling notes
     * and proceedings have consents of their own is asked for all the same: our own policy.
     */
    static Set<ConsentElement> missingOfEarlier(ConsentContent content) {
        var missing = EnumSet.noneOf(ConsentElement.class);
        missing.addAll(missing(content));
        missing.remove(ConsentElement.REDISCLOSURE);
        missing.remove(ConsentElement.CONSEQUENCES_OF_REFUSAL);
        note(missing, !content.recipients().isEmpty() || !content.exchanges().isEmpty(), ConsentElement.RECIPIENT);
        var expiry = content.expiry();
        note(missing, expiry != null && expiry.kind() != Expiry.Kind.NONE, ConsentElement.EXPIRY);
        return missing;
    }

    private static void ofItsKind(Set<ConsentElement> missing, ConsentContent content) {
        var kind = content.kind();
        var notes = content.dataClasses().contains(DataClass.COUNSELING_NOTES);
        var proceedings = content.purposes().contains(PurposeOfUse.LEGAL_PROCEEDINGS);
        if (kind == ConsentKind.TREATMENT_PAYMENT_OPERATIONS) {
            note(missing, content.statements().contains(Statement.REDISCLOSURE), ConsentElement.REDISCLOSURE);
            note(
                    missing,
                    content.statements().contains(Statement.CONSEQUENCES_OF_REFUSAL),
                    ConsentElement.CONSEQUENCES_OF_REFUSAL);
            note(
                    missing,
                    DisclosureRules.TREATMENT_PAYMENT_OPERATIONS.containsAll(content.purposes()),
                    ConsentElement.PURPOSES_OF_ITS_KIND);
        }
        note(
                missing,
                kind == ConsentKind.COUNSELING_NOTES
                        ? notes && content.dataClasses().size() == 1
                        : !notes,
                ConsentElement.NOTES_APART);
        note(
                missing,
                kind == ConsentKind.LEGAL_PROCEEDINGS
                        ? proceedings && content.purposes().size() == 1
                        : !proceedings,
                ConsentElement.PROCEEDINGS_APART);
    }

    private static boolean endsAsItMay(ConsentContent content) {
        var expiry = content.expiry();
        return expiry != null
                && expiry.saysWhen()
                && (expiry.kind() != Expiry.Kind.NONE || content.kind() == ConsentKind.TREATMENT_PAYMENT_OPERATIONS);
    }

    private static void note(Set<ConsentElement> missing, boolean there, ConsentElement element) {
        if (!there) {
            missing.add(element);
        }
    }
}
