/** What a client has been taught of their groups' curricula, what they have missed, and when it is taught next. */
@NullMarked
package care.iop.scheduling.curriculum;

import org.jspecify.annotations.NullMarked;
