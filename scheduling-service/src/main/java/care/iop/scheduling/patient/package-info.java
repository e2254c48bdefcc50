/** Patients whose records intake has merged: one person, whichever of their identifiers is used. */
package care.iop.scheduling.patient;
