/** Pages for staff. */
@NullMarked
package care.iop.intake.dashboard;

import org.jspecify.annotations.NullMarked;
