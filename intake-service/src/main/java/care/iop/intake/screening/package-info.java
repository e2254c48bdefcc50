/**
 * Results of screening instruments that were taken elsewhere and arrived with a referral.
 */
@NullMarked
package care.iop.intake.screening;

import org.jspecify.annotations.NullMarked;
