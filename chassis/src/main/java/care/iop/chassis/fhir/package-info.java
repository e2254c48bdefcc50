/** The mechanisms of the FHIR R4 faces: writing resources, pages of searches, labels, and what a service says it can. */
package care.iop.chassis.fhir;
