/** Who waits for a place, in the order that federal law asks for, and what they get meanwhile. */
@NullMarked
package care.iop.intake.waitlist;

import org.jspecify.annotations.NullMarked;
