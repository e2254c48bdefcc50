/** Who outside the program may be told something: organizations and their machines, and persons that one patient has named. */
@NullMarked
package care.iop.intake.recipient;

import org.jspecify.annotations.NullMarked;
