/** Attendance: recording what became of a booked session, correcting it with a reason, and telling of it. */
@NullMarked
package care.iop.scheduling.attendance;

import org.jspecify.annotations.NullMarked;
