/** Trying out: a program with invented clients from a document of the roster exchange format. Switched off unless configured. */
@NullMarked
package care.iop.scheduling.trial;

import org.jspecify.annotations.NullMarked;
