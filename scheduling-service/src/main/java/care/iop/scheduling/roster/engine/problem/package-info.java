/** What the roster engine is asked (a program's week) and what it answers (a roster), as plain values. */
@NullMarked
package care.iop.scheduling.roster.engine.problem;

import org.jspecify.annotations.NullMarked;
