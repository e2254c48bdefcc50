/**
 * A clinician's decision which level of care fits a referred person, with the reason for it.
 */
@NullMarked
package care.iop.intake.placement;

import org.jspecify.annotations.NullMarked;
