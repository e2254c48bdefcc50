/** Pages for staff. */
@NullMarked
package care.iop.scheduling.dashboard;

import org.jspecify.annotations.NullMarked;
