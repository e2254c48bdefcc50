/**
 * The admission of a referred person: it opens the episode that the whole suite follows.
 */
@NullMarked
package care.iop.intake.admission;

import org.jspecify.annotations.NullMarked;
