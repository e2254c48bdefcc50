/** Pages for staff: caseload, client, outcomes. */
@NullMarked
package care.iop.progress.dashboard;

import org.jspecify.annotations.NullMarked;
