/**
 * Intake: from the first word about a person to their admission. A <em>referral</em> asks the program to take somebody in;
 * a clinician's <em>placement</em> decides which level of care fits; an <em>admission</em> opens the episode that
 * scheduling and progress follow. Names, birth dates and contact data live here and nowhere else in the suite.
 */
@NullMarked
package care.iop.intake;

import org.jspecify.annotations.NullMarked;
