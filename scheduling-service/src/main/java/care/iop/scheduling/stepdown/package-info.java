/**
 * Stepping down: fewer days of treatment step by step, then aftercare, then touches now and then. A <em>plan</em> is dated
 * <em>proposals</em>, which become bookings when somebody books them.
 */
@NullMarked
package care.iop.scheduling.stepdown;

import org.jspecify.annotations.NullMarked;
