/**
 * Weekly rosters: a <em>run</em> decides a program's week for every client who has none yet, beside those who have, and its
 * <em>publication</em> turns the decision into bookings, all or none. The search itself is the engine's.
 */
@NullMarked
package care.iop.scheduling.roster;

import org.jspecify.annotations.NullMarked;
