/**
 * Which level of care fits a person: the advice of our own rules ({@link care.iop.intake.placement.Loc1}), what has to be
 * done because of it, and a clinician's decision with the reason for it.
 */
@NullMarked
package care.iop.intake.placement;

import org.jspecify.annotations.NullMarked;
