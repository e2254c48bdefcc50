/** The FHIR R4 face of scheduling: what an EHR may read of a person's appointments, under that person's consent. */
@NullMarked
package care.iop.scheduling.fhir;

import org.jspecify.annotations.NullMarked;
