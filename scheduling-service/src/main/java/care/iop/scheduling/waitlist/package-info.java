/**
 * The waitlist: clients who wait for a seat in meetings of a series. When a seat frees it is kept for the first in line, who is
 * offered it for a while; no seat is ever promised twice. Not intake's list of people who wait for admission.
 */
@NullMarked
package care.iop.scheduling.waitlist;

import org.jspecify.annotations.NullMarked;
