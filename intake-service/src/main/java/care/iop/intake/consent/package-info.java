/**
 * Consents: written consents to disclosure with every element of 42 CFR 2.31, their forms, their revocation, and consents to
 * treatment. What may be disclosed under them decides {@code care.iop.chassis.consent}.
 */
@NullMarked
package care.iop.intake.consent;

import org.jspecify.annotations.NullMarked;
