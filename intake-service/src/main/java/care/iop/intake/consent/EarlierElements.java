package care.iop.intake.consent;

import care.iop.chassis.consent.DisclosureDecision;
import care.iop.chassis.consent.DisclosureReason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Consents that were signed while 42 CFR 2.31 asked for other elements than now. Accepting them is a policy of the program. */
public final class EarlierElements {

    /** The compliance date of the rule of 2024 (89 FR 12472): from this day on only its elements count. */
    static final LocalDate UNTIL = LocalDate.of(2026, 2, 16);

    private static final String WORDS = " It was signed before " + UNTIL
            + " with the elements of 42 CFR 2.31 that were required then, which the program accepts: our own policy.";

    private EarlierElements() {}

    /** What a consent lacks, and by which elements it was judged. */
    record Judged(Set<ConsentElement> missing, boolean byEarlier) {}

    /**
     * Judges by the present elements and, where the program accepts that and they are not all there, by those of the day of the
     * signature.
     */
    static Judged judge(ConsentContent content, @Nullable Instant signedAt, ZoneId zone, boolean accepted) {
        var missing = ConsentElements.missing(content);
        if (missing.isEmpty()
                || !accepted
                || signedAt == null
                || !signedAt.atZone(zone).toLocalDate().isBefore(UNTIL)) {
            return new Judged(missing, false);
        }
        var missingOfEarlier = ConsentElements.missingOfEarlier(content);
        return missingOfEarlier.isEmpty() ? new Judged(missingOfEarlier, true) : new Judged(missing, false);
    }

    /** The decision, saying of each consent that covers it whether its elements are earlier ones. */
    public static DisclosureDecision say(DisclosureDecision decision, Set<UUID> consentsOfEarlierElements) {
        return new DisclosureDecision(
                decision.permitted(),
                decision.basis(),
                decision.findings().stream()
                        .map(finding -> finding.reason() == DisclosureReason.COVERED
                                        && finding.id() != null
                                        && consentsOfEarlierElements.contains(finding.id())
                                ? new DisclosureDecision.Finding(
                                        finding.id(), finding.reason(), finding.explanation() + WORDS)
                                : finding)
                        .toList());
    }
}
