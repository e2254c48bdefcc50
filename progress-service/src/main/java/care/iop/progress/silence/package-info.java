/** People in treatment of whom nothing is heard, and whose last week had too few hours. */
package care.iop.progress.silence;
