package care.iop.intake.disclosure;

import care.iop.chassis.consent.Notice;
import java.util.UUID;

/**
 * A disclosure that was permitted and accounted for.
 *
 * @param disclosureId its row in the account
 * @param notice what has to go with the information, 42 CFR 2.32
 */
public record DisclosedUnder(UUID disclosureId, Notice notice) {}
