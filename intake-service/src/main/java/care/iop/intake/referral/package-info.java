/**
 * The request to take somebody in, from its arrival over acknowledgement and screening to acceptance or decline.
 */
@NullMarked
package care.iop.intake.referral;

import org.jspecify.annotations.NullMarked;
