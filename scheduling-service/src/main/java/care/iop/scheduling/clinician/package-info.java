/** Clinicians: what they may do, which ways of treatment they master, and when they work. */
@NullMarked
package care.iop.scheduling.clinician;

import org.jspecify.annotations.NullMarked;
