/**
 * The dose of treatment in a week: what was delivered, what is booked ahead, who will miss their hours or days, and the seats that
 * could still make up for what was lost.
 */
@NullMarked
package care.iop.scheduling.dose;

import org.jspecify.annotations.NullMarked;
