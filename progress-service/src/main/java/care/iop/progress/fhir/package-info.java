/** The FHIR R4 face of progress: what an EHR may read of a person's results and plans, under that person's consent. */
@NullMarked
package care.iop.progress.fhir;

import org.jspecify.annotations.NullMarked;
