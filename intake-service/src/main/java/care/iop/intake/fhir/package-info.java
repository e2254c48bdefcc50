/**
 * The FHIR R4 face: referrals as EHRs send them. FHIR words and HAPI types stay in this package.
 */
@NullMarked
package care.iop.intake.fhir;

import org.jspecify.annotations.NullMarked;
