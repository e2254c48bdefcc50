/** Rooms of a program's site: group rooms seat a cohort, offices one client's session. */
@NullMarked
package care.iop.scheduling.room;

import org.jspecify.annotations.NullMarked;
