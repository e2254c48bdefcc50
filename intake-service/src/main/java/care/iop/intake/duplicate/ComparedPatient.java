package care.iop.intake.duplicate;

import care.iop.intake.patient.Patient;
import care.iop.intake.patient.PatientView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One of the two, with the version that a merge has to name. */
record ComparedPatient(
        @Schema(required = true) PatientView patient,
        @Schema(required = true) long version) {

    static ComparedPatient of(Patient patient) {
        return new ComparedPatient(patient.view(), patient.version());
    }
}
