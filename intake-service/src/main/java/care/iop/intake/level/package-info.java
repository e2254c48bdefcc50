/**
 * Levels of care as short identifiers, the edition they are meant in, and the weekly minutes that the program serves at
 * each. No criteria text: see {@link care.iop.intake.level.LevelOfCare}.
 */
@NullMarked
package care.iop.intake.level;

import org.jspecify.annotations.NullMarked;
