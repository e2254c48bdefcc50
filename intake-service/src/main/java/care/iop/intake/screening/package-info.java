/**
 * What screening tells about a referred person: instruments that were answered here and scored by the service, and totals
 * that were measured elsewhere and arrived with a referral.
 */
@NullMarked
package care.iop.intake.screening;

import org.jspecify.annotations.NullMarked;
