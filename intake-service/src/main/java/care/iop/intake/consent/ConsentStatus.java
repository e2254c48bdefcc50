package care.iop.intake.consent;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a consent stands. */
@Schema(name = "ConsentStatus")
public enum ConsentStatus {
    /** Being written; nothing can be disclosed under it. */
    DRAFT,
    /** Signed with every element that the rule asks for. */
    ACTIVE,
    /** Revoked in writing; what was disclosed before stands. */
    REVOKED,
    /** The event that ends it has happened. */
    ENDED,
    /** Entered by mistake: it never was a consent. */
    VOIDED
}
