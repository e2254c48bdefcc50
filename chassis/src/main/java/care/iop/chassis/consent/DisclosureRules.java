package care.iop.chassis.consent;

import care.iop.chassis.consent.ConsentTerms.Intermediary;
import care.iop.chassis.consent.DisclosureDecision.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a recipient may see a part of a record now, by 42 CFR Part 2 as of the 2024 rule (89 FR 12472). Without a
 * consent that covers everything the answer is no. A service that can't read the consents must not ask, and must not answer
 * with data.
 */
public final class DisclosureRules {

    /** Purposes that one consent for all future uses can cover, 42 CFR 2.31(a)(5) and 2.33(a)(2). */
    public static final Set<PurposeOfUse> TREATMENT_PAYMENT_OPERATIONS =
            Set.of(PurposeOfUse.TREATMENT, PurposeOfUse.PAYMENT, PurposeOfUse.HEALTH_CARE_OPERATIONS);

    private DisclosureRules() {}

    /** Answers one question by all consents of the person and everything that the program agreed not to disclose. */
    public static DisclosureDecision decide(
            DisclosureRequest request, Collection<ConsentTerms> consents, Collection<Restriction> restrictions) {
        if (request.purpose() == PurposeOfUse.EMERGENCY) {
            return refused(Finding.of(null, DisclosureReason.EMERGENCY_NOT_BY_CONSENT));
        }
        if (request.unattended()
                && (request.dataClass() == DataClass.COUNSELING_NOTES
                        || request.purpose() == PurposeOfUse.LEGAL_PROCEEDINGS)) {
            return refused(Finding.of(null, DisclosureReason.NEVER_UNATTENDED));
        }
        var restricting = restrictions.stream()
                .filter(restriction -> restriction.holdsFor(request))
                .sorted(Comparator.comparing(Restriction::id))
                .map(restriction -> Finding.of(restriction.id(), DisclosureReason.RESTRICTED))
                .toList();
        if (!restricting.isEmpty()) {
            return new DisclosureDecision(false, null, restricting);
        }
        if (consents.isEmpty()) {
            return refused(Finding.of(null, DisclosureReason.NO_CONSENT));
        }
        return byConsents(request, consents);
    }

    private static DisclosureDecision byConsents(DisclosureRequest request, Collection<ConsentTerms> consents) {
        var covering = new ArrayList<Finding>();
        var others = new ArrayList<Finding>();
        consents.stream().sorted(Comparator.comparing(ConsentTerms::id)).forEach(consent -> {
            var obstacle = obstacle(request, consent);
            if (obstacle == null) {
                covering.add(Finding.of(consent.id(), DisclosureReason.COVERED));
            } else {
                others.add(Finding.of(consent.id(), obstacle));
            }
        });
        var basis = covering.isEmpty() ? null : covering.get(0).id();
        covering.addAll(others);
        return new DisclosureDecision(basis != null, basis, covering);
    }

    /** The first thing that stands against a disclosure under this consent; null when nothing does. */
    private static @Nullable DisclosureReason obstacle(DisclosureRequest request, ConsentTerms consent) {
        var signedAt = consent.signedAt();
        if (signedAt == null) {
            return DisclosureReason.NOT_SIGNED;
        }
        if (!consent.complete()) {
            return DisclosureReason.INCOMPLETE;
        }
        if (request.at().isBefore(signedAt)) {
            return DisclosureReason.NOT_YET_SIGNED;
        }
        if (consent.revokedAt() != null && !request.at().isBefore(consent.revokedAt())) {
            return DisclosureReason.REVOKED;
        }
        if (consent.endedAt() != null && !request.at().isBefore(consent.endedAt())) {
            return DisclosureReason.ENDED_BY_EVENT;
        }
        if (consent.expiresAt() != null && !request.at().isBefore(consent.expiresAt())) {
            return DisclosureReason.EXPIRED;
        }
        if (request.dataClass() == DataClass.COUNSELING_NOTES && consent.kind() != ConsentKind.COUNSELING_NOTES) {
            return DisclosureReason.NEEDS_NOTES_CONSENT;
        }
        if (request.purpose() == PurposeOfUse.LEGAL_PROCEEDINGS && consent.kind() != ConsentKind.LEGAL_PROCEEDINGS) {
            return DisclosureReason.NEEDS_PROCEEDINGS_CONSENT;
        }
        var unknown = recipientObstacle(request, consent);
        if (unknown != null) {
            return unknown;
        }
        if (!consent.purposes().contains(request.purpose())) {
            return DisclosureReason.PURPOSE_NOT_COVERED;
        }
        return consent.dataClasses().contains(request.dataClass()) ? null : DisclosureReason.INFORMATION_NOT_COVERED;
    }

    private static @Nullable DisclosureReason recipientObstacle(DisclosureRequest request, ConsentTerms consent) {
        if (consent.recipients().contains(request.recipientId())
                || names(consent.intermediaries(), request)
                || request.recipientClasses().stream()
                        .anyMatch(its -> its != RecipientClass.TREATING_PROVIDERS
                                && consent.recipientClasses().contains(its))) {
            return null;
        }
        var asTreating = (consent.recipientClasses().contains(RecipientClass.TREATING_PROVIDERS)
                        && request.recipientClasses().contains(RecipientClass.TREATING_PROVIDERS))
                || consent.intermediaries().stream()
                        .anyMatch(exchange -> exchange.treatingParticipants()
                                && request.participatesIn().contains(exchange.recipientId()));
        if (!asTreating) {
            return DisclosureReason.RECIPIENT_NOT_NAMED;
        }
        return request.treatingRelationship() ? null : DisclosureReason.NO_TREATING_RELATIONSHIP;
    }

    private static boolean names(List<Intermediary> intermediaries, DisclosureRequest request) {
        return intermediaries.stream()
                .anyMatch(intermediary -> intermediary.recipientId().equals(request.recipientId())
                        || intermediary.participants().contains(request.recipientId()));
    }

    private static DisclosureDecision refused(Finding finding) {
        return new DisclosureDecision(false, null, List.of(finding));
    }
}
