/**
 * Standard instruments: their definitions as data, one scorer for all, and the results. The raw answers are kept with the
 * version of the scorer; a total is only ever made here, never taken from a caller.
 */
package care.iop.progress.assessment;
