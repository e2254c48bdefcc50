/**
 * How treatment is paid for: policies as others told us of them, what a payer said when it was asked, when it has to be
 * asked again, and agreements to pay without insurance.
 */
@NullMarked
package care.iop.intake.benefits;

import org.jspecify.annotations.NullMarked;
