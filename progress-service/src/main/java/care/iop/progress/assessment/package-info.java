/**
 * Answers to standard instruments, scored by the chassis, and the results. The raw answers are kept with the
 * version of the scorer; a total is only ever made here, never taken from a caller.
 */
package care.iop.progress.assessment;
