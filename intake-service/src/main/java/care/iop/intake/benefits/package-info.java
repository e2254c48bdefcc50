/**
 * Insurance policies that arrived with a referral, not yet verified with the payer.
 */
@NullMarked
package care.iop.intake.benefits;

import org.jspecify.annotations.NullMarked;
