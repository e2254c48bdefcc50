/** The rules of the weekly roster: one class per rule, listed in one place, each match explained to a human. */
@NullMarked
package care.iop.scheduling.roster.engine.constraint;

import org.jspecify.annotations.NullMarked;
