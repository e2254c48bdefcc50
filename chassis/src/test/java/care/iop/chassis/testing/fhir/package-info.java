/** What every FHIR face has to hold to: who gets in, and that whoever is not covered can't be told from who does not exist. */
package care.iop.chassis.testing.fhir;
