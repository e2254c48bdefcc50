/**
 * The request to take somebody in, from its arrival over acknowledgement, screening and placement to its end.
 */
@NullMarked
package care.iop.intake.referral;

import org.jspecify.annotations.NullMarked;
