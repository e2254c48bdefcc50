/**
 * Records that may be of one person: found by comparing, decided on by a person, merged so that it can be undone.
 */
@NullMarked
package care.iop.intake.duplicate;

import org.jspecify.annotations.NullMarked;
