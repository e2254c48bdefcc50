/**
 * Scheduling: from an admission to attended sessions. A <em>program</em> has recurring sessions, clinicians and rooms; an
 * <em>enrollment</em> is an admitted client with a weekly <em>prescription</em>; a <em>roster run</em> decides a week for
 * everybody, and its publication makes <em>bookings</em>, on which <em>attendance</em> is marked. Clients are identifiers
 * here: their names live in intake.
 */
@NullMarked
package care.iop.scheduling;

import org.jspecify.annotations.NullMarked;
