/**
 * Bookings: one client's seat in one session, from booking to the attendance that is recorded on it. The rules of
 * attendance are here because the booking guards them; recording it is the attendance package's work.
 */
@NullMarked
package care.iop.scheduling.booking;

import org.jspecify.annotations.NullMarked;
