/**
 * Disclosures: what the program agreed not to disclose, who treats a person, the decision about each disclosure and the account
 * that is kept of it (42 CFR 2.25, 2.26, 2.32, 2.51).
 */
@NullMarked
package care.iop.intake.disclosure;

import org.jspecify.annotations.NullMarked;
