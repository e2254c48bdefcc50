/**
 * Recurring sessions and their occurrences. A <em>series</em> says when a group meets, by a recurrence rule in the program's
 * zone; a <em>session</em> is one occurrence that has been scheduled, with its clinician, its room and its seats.
 */
@NullMarked
package care.iop.scheduling.session;

import org.jspecify.annotations.NullMarked;
