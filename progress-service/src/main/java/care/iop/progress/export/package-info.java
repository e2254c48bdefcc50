/** Files of episodes for whoever answers for a program: a row each, without names. Analysts see figures, and no person. */
@NullMarked
package care.iop.progress.export;

import org.jspecify.annotations.NullMarked;
