/**
 * The person: names, birth date, identifiers and contacts, kept here and nowhere else in the suite.
 */
@NullMarked
package care.iop.intake.patient;

import org.jspecify.annotations.NullMarked;
