package care.iop.intake.patient;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of patients. */
record PatientList(@Schema(required = true) List<PatientView> items) {

    static PatientList of(List<Patient> patients) {
        return new PatientList(patients.stream().map(Patient::view).toList());
    }
}
